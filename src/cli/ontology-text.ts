import { type EventType, isEventType } from "../ontology/event-types.ts";
import type { Ontology, PloverCoding } from "../ontology/ontology.ts";
import type { Colours } from "./terminal.ts";
import { wrap } from "./wrap.ts";

export interface OntologyTextOptions {
  /** Columns to fill at most. */
  readonly width: number;
  readonly colours: Colours;
}

/** A heading and the lines under it. */
interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

/**
 * What the ontology says of a subject, for reading.
 *
 * @param subject an event type ("consult"), a CAMEO code ("041"), "contexts" or "cameo"; all types where absent
 * @returns `undefined` where the ontology knows no such subject
 */
export function ontologyText(
  ontology: Ontology,
  subject: string | undefined,
  options: OntologyTextOptions,
): string | undefined {
  const sections = sectionsOn(ontology, subject, options);
  if (sections === undefined) return undefined;
  const { bold } = options.colours;
  return sections.map(({ heading, lines }) => [bold(heading), ...lines, ""].join("\n")).join("\n");
}

function sectionsOn(
  ontology: Ontology,
  subject: string | undefined,
  options: OntologyTextOptions,
): Section[] | undefined {
  if (subject === undefined) return [overview(ontology, options)];
  const type = subject.toUpperCase();
  if (isEventType(type)) return typeSections(ontology, type, options);
  if (ontology.isCameo(subject)) return [cameoSection(ontology, subject, options)];
  if (subject === "contexts") return [contextSection(ontology, options)];
  if (subject === "cameo") return cameoRoots(ontology, options);
  return undefined;
}

function overview(ontology: Ontology, options: OntologyTextOptions): Section {
  const lines = ontology.types.flatMap(({ type, quad, score, modes }) => {
    const names = modes.map((mode) => mode.name).join(", ");
    return columns([type.padEnd(9), signed(score)], names === "" ? quad : `${quad}: ${names}`, options);
  });
  return { heading: "Event types of PLOVER, with score, quad category and modes", lines };
}

function typeSections(ontology: Ontology, type: EventType, options: OntologyTextOptions): Section[] {
  const { quad, score, scoreNote, definition, modes, requiresRecipient } = ontology.entryOf(type);
  const recipient = requiresRecipient ? "needs a recipient" : "may do without a recipient";
  const nameWidth = Math.max(...modes.map((mode) => mode.name.length));
  const codes = ontology.cameo.filter(({ code }) => ontology.ploverOf(code)?.type === type);
  const sections: Section[] = [
    {
      heading: type,
      lines: [
        ...wrap(`${quad}; score ${signed(score).trim()}; ${recipient}.`, options.width).map(
          options.colours.cyan,
        ),
        ...wrap(definition, options.width),
        ...wrap(scoreNote ?? "", options.width).map(options.colours.dim),
      ],
    },
    {
      heading: "Modes, with score",
      lines: modes.flatMap((mode) =>
        columns(
          [mode.name.padEnd(nameWidth), signed(mode.score)],
          [mode.definition, mode.scoreNote ?? ""].join(" "),
          options,
        ),
      ),
    },
    {
      heading: "CAMEO codes that become it, with Goldstein value, mode and contexts",
      lines: codes.flatMap(({ code }) =>
        cameoLine(ontology, code, details(ontology.ploverOf(code)), options),
      ),
    },
  ];
  return sections.filter((section) => section.lines.length > 0);
}

function cameoSection(ontology: Ontology, code: string, options: OntologyTextOptions): Section {
  const coding = ontology.ploverOf(code);
  const plover = coding === undefined ? "no event in PLOVER" : describe(coding);
  const parts = ontology.cameo.filter(
    (entry) => entry.code.length > code.length && entry.code.startsWith(code),
  );
  return {
    heading: `${code}  ${ontology.cameoName(code)}`,
    lines: [
      ...wrap(`Goldstein value ${signed(ontology.goldsteinOf(code)).trim()}; ${plover}.`, options.width),
      ...parts.flatMap((part) =>
        cameoLine(ontology, part.code, describe(ontology.ploverOf(part.code)), options),
      ),
    ],
  };
}

function contextSection(ontology: Ontology, options: OntologyTextOptions): Section {
  const nameWidth = Math.max(...ontology.contexts.map((entry) => entry.context.length));
  return {
    heading: "Contexts: what an event is about; any event may have several",
    lines: ontology.contexts.flatMap(({ context, definition }) =>
      columns([context.padEnd(nameWidth)], definition, options),
    ),
  };
}

function cameoRoots(ontology: Ontology, options: OntologyTextOptions): Section[] {
  const roots = ontology.cameo.filter((entry) => entry.code.length === 2);
  return roots.map((root) => cameoSection(ontology, root.code, options));
}

function cameoLine(ontology: Ontology, code: string, detail: string, options: OntologyTextOptions): string[] {
  const name = ontology.cameoName(code);
  return columns(
    [code.padEnd(4), signed(ontology.goldsteinOf(code))],
    `${name}${detail === "" || detail.startsWith("[") ? " " : ": "}${detail}`,
    options,
  );
}

/** "CONSULT/phone", "AGREE [economic]"; empty for what is no event. */
function describe(coding: PloverCoding | undefined): string {
  if (coding === undefined) return "";
  const { type, mode, contexts } = coding;
  return `${mode === undefined ? type : `${type}/${mode}`}${bracketed(contexts)}`;
}

/** Mode and contexts alone, where the type is known: "phone", "allege [legal]". */
function details(coding: PloverCoding | undefined): string {
  if (coding === undefined) return "";
  return `${coding.mode ?? ""}${bracketed(coding.contexts)}`.trim();
}

function bracketed(contexts: readonly string[]): string {
  return contexts.length === 0 ? "" : ` [${contexts.join(", ")}]`;
}

/** A score with its sign, right-aligned: " +2.5", "-10.0". */
function signed(score: number): string {
  return `${score > 0 ? "+" : ""}${score.toFixed(1)}`.padStart(5);
}

/** Narrow cells side by side, and a text that fills and wraps in what is left of the width. */
function columns(cells: readonly string[], text: string, { width }: OntologyTextOptions): string[] {
  const margin = `  ${cells.join("  ")}  `;
  const [first = "", ...rest] = wrap(text, width - margin.length);
  return [`${margin}${first}`.trimEnd(), ...rest.map((line) => " ".repeat(margin.length) + line)];
}
