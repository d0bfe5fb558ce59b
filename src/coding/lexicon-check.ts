import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { LexiconError, type LexiconProblem } from "../lexicon/lexicon-error.ts";
import { isEventType } from "../ontology/event-types.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { type EventKind, eventKind, type OperatorTable } from "../ontology/operators.ts";
import { type CodingLexicon, entryName, type LexiconEntry, type Sense } from "./coding-lexicon.ts";
import { type DocumentCoder, ExampleError, exampleFailure } from "./example.ts";
import { parsePattern, type TriggerForm } from "./pattern.ts";

/**
 * What a coding lexicon says against the ontology or against itself: kinds, contexts and codes that do not exist, one trigger in
 * two frames under the same conditions, word classes that no entry uses.
 */
export function codingLexiconProblems(lexicon: CodingLexicon, ontology: Ontology): LexiconProblem[] {
  return [
    ...lexicon.entries.flatMap((entry) => entryProblems(entry, ontology)),
    ...nameProblems(lexicon.entries),
    ...triggerProblems(lexicon.entries),
    ...classProblems(lexicon),
  ];
}

function entryProblems({ sense, file, line }: LexiconEntry, ontology: Ontology): LexiconProblem[] {
  const messages: string[] = [];
  if (sense.kind === "frame") {
    const { event, cameo, contexts } = sense.entry;
    const unknown = kindProblems(event, ontology);
    messages.push(...unknown);
    for (const context of contexts) {
      if (!ontology.isContext(context)) messages.push(`unknown context "${context}"`);
    }
    if (cameo !== undefined && unknown.length === 0) {
      messages.push(...codeProblems(cameo, eventKind(event), ontology));
    }
  }
  if (sense.kind === "operator" && sense.entry.otherwise !== undefined) {
    messages.push(...kindProblems(sense.entry.otherwise, ontology));
  }
  return messages.map((message) => ({ file, line, message: `${entryName(sense)}: ${message}` }));
}

function kindProblems(kind: string, ontology: Ontology): string[] {
  const [type = "", mode] = kind.split("/");
  if (!isEventType(type)) return [`unknown event type "${type}"`];
  if (mode === undefined || ontology.isMode(type, mode)) return [];
  return [`unknown mode "${mode}" of ${type}; its modes: ${ontology.modesOf(type).join(", ") || "none"}`];
}

// A frame's code is one that its kind stands for in either direction; modes may be narrower or wider than codes.
function codeProblems(cameo: string, kind: EventKind, ontology: Ontology): string[] {
  if (!ontology.isCameo(cameo)) return [`unknown CAMEO code "${cameo}"`];
  const plover = ontology.ploverOf(cameo);
  if (plover?.type === kind.type || ontology.defaultCameo(kind.type, kind.mode) === cameo) return [];
  return [`CAMEO ${cameo} (${ontology.cameoName(cameo)}) is ${plover?.type ?? "no event"}, not ${kind.type}`];
}

function nameProblems(entries: readonly LexiconEntry[]): LexiconProblem[] {
  const first = new Map<string, LexiconEntry>();
  const problems: LexiconProblem[] = [];
  for (const entry of entries) {
    const key = `${entry.sense.kind} ${entryName(entry.sense)}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, entry);
    else
      problems.push({
        ...placeOf(entry),
        message: `the name "${entryName(entry.sense)}" is taken by ${placeText(earlier)}`,
      });
  }
  return problems;
}

/** Triggers of the same words, form and conditions: of two frames, or twice in one entry. */
function triggerProblems(entries: readonly LexiconEntry[]): LexiconProblem[] {
  const first = new Map<string, LexiconEntry>();
  const problems: LexiconProblem[] = [];
  for (const entry of entries) {
    for (const [form, written] of triggersOf(entry.sense)) {
      // Operators may share a verb: they look for their content in different places, and the first that finds some holds.
      const scope = entry.sense.kind === "frame" ? "frame" : `${entry.file}:${entry.line}`;
      const key = [scope, form, wordsOf(written, form), conditionsOf(entry.sense)].join(" | ");
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, entry);
      else {
        const where =
          earlier === entry
            ? "given twice"
            : `a trigger of "${entryName(earlier.sense)}" too, ${placeText(earlier)}`;
        problems.push({
          ...placeOf(entry),
          message: `${entryName(entry.sense)}: the ${form} "${written}" is ${where}`,
        });
      }
    }
  }
  return problems;
}

function triggersOf({ entry }: Sense): [TriggerForm, string][] {
  const of = (form: TriggerForm, list: readonly string[]) =>
    list.map((written): [TriggerForm, string] => [form, written]);
  return [
    ...of("verb", entry.verbs),
    ...of("noun", "nouns" in entry ? entry.nouns : []),
    ...of("adjective", "adjectives" in entry ? entry.adjectives : []),
  ];
}

// "stage a rally" and "stage rally" ask for the same words.
function wordsOf(written: string, form: TriggerForm): string {
  const { written: _, ...words } = parsePattern(written, form);
  return JSON.stringify(words);
}

function conditionsOf(sense: Sense): string {
  const lists = conditionLists(sense).map((list) => [...list].sort());
  return JSON.stringify([lists, "transitive" in sense.entry ? sense.entry.transitive : "any"]);
}

/** The words an entry's conditions ask for. */
function conditionLists({ entry }: Sense): readonly (readonly string[])[] {
  const listOf = (name: "object" | "unless" | "sentence"): readonly string[] =>
    (name in entry ? (entry as Partial<Record<typeof name, readonly string[]>>)[name] : undefined) ?? [];
  return [listOf("object"), listOf("unless"), listOf("sentence")];
}

function classProblems({ classes, entries }: CodingLexicon): LexiconProblem[] {
  const used = new Set(
    entries.flatMap(({ sense }) => conditionLists(sense).flat()).filter((word) => word.startsWith("$")),
  );
  const seen = new Set<string>();
  return classes.flatMap(({ entry, file, line }) => {
    const problems: LexiconProblem[] = [];
    if (!used.has(`$${entry.class}`)) {
      problems.push({ file, line, message: `no entry uses the word class "$${entry.class}"` });
    }
    if (seen.has(entry.class))
      problems.push({ file, line, message: `the word class "${entry.class}" is given twice` });
    seen.add(entry.class);
    for (const word of new Set(entry.words.filter((one, i) => entry.words.indexOf(one) !== i))) {
      problems.push({ file, line, message: `the word class "${entry.class}" has "${word}" twice` });
    }
    return problems;
  });
}

/** What the operator table says against the ontology: kinds and codes in it that do not exist. */
export function operatorTableProblems(
  operators: OperatorTable,
  ontology: Ontology,
  file: string,
): LexiconProblem[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return [...operators.values()].flatMap(({ name, over }) => {
    const line = lines.findIndex((text) => text.trimEnd() === `- operator: ${name}`) + 1;
    return [...over].flatMap(([key, result]) =>
      [...operandProblems(key, ontology), ...resultProblems(result, ontology)].map((message) => ({
        file,
        line,
        message: `${name} over ${key}: ${message}`,
      })),
    );
  });
}

function operandProblems(key: string, ontology: Ontology): string[] {
  if (key === "*") return [];
  if (/^\d/.test(key)) return ontology.isCameo(key) ? [] : [`unknown CAMEO code "${key}"`];
  return kindProblems(key, ontology);
}

function resultProblems(result: string, ontology: Ontology): string[] {
  const [kind = "", cameo] = result.split(" ");
  if (cameo === undefined) return []; // same, negated, none
  return [
    ...kindProblems(kind, ontology),
    ...(ontology.isCameo(cameo) ? [] : [`unknown CAMEO code "${cameo}"`]),
  ];
}

/** How the examples of a lexicon come out. */
export interface ExampleReport {
  /** Examples and near misses that were coded. */
  readonly examples: number;
  readonly failures: readonly LexiconProblem[];
}

/**
 * Codes the examples and near misses of a lexicon, in the order of its files.
 *
 * @param isWanted whether the examples of a file are to be coded
 */
export function checkExamples(
  lexicon: CodingLexicon,
  coder: DocumentCoder,
  isWanted: (file: string) => boolean = () => true,
): ExampleReport {
  const wanted = lexicon.examples.filter(({ file }) => isWanted(file));
  const failures: LexiconProblem[] = [];
  for (const example of wanted) {
    const place = { file: example.file, line: lineOfExample(example) };
    try {
      const message = exampleFailure(example, coder);
      if (message !== undefined) failures.push({ ...place, message });
    } catch (error) {
      if (!(error instanceof ExampleError)) throw error;
      failures.push({ ...place, message: error.message });
    }
  }
  return { examples: wanted.length, failures };
}

/** The line an example is written on; its entry's where it is broken over lines. */
function lineOfExample({
  text,
  file,
  line,
}: {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}): number {
  const lines = readFileSync(file, "utf8").split("\n");
  const offset = lines.slice(line - 1).findIndex((one) => listItem(one) === text);
  return offset < 0 ? line : line + offset;
}

/** The text of a line such as `- Norway met Sweden. => NOR, SWE`. */
function listItem(line: string): string {
  const [, quoted, plain] = /^\s*- (?:(["'].*["'])|(.*?))\s*$/.exec(line) ?? [];
  return plain ?? quoted?.slice(1, -1) ?? "";
}

/** Entries that prove nothing: frames and operators without an example. */
export function entriesWithoutExample({ entries }: CodingLexicon): LexiconEntry[] {
  return entries.filter(
    ({ sense }) =>
      (sense.kind === "frame" || sense.kind === "operator") &&
      sense.entry.examples.length + sense.entry.not.length === 0,
  );
}

/** The problems of reading something; none where it can be read. */
export function readingProblems(read: () => unknown): readonly LexiconProblem[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof LexiconError) return error.problems;
    throw error;
  }
}

function placeOf({ file, line }: LexiconEntry): { file: string; line: number } {
  return { file, line };
}

/** `frames/consult.yaml:12` */
function placeText({ file, line }: LexiconEntry): string {
  return `${basename(dirname(file))}/${basename(file)}:${line}`;
}
