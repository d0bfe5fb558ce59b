import type { LexiconProblem } from "../lexicon/lexicon-error.ts";
import { EVENT_TYPES, isEventType } from "./event-types.ts";
import type { OntologyFiles } from "./ontology-files.ts";

interface Place {
  readonly file: string;
  readonly line: number;
}

/** What the ontology's files say against each other: names that no file defines, and entries given twice. */
export function ontologyProblems(files: OntologyFiles): LexiconProblem[] {
  const problems: LexiconProblem[] = [];
  const report = ({ file, line }: Place, message: string) => problems.push({ file, line, message });
  const modes = new Map<string, string[]>(
    files.types.map(({ entry }) => [entry.type, entry.modes.map((mode) => mode.name)]),
  );
  const contexts = new Set(files.contexts.map(({ row }) => row.context));
  const codes = new Set(files.cameo.map(({ row }) => row.code));

  const checkMode = (place: Place, type: string, mode: string | undefined) => {
    const known = modes.get(type) ?? [];
    if (mode === undefined || known.includes(mode)) return;
    report(
      place,
      `unknown mode "${mode}" of ${type}; expected ${known.length > 0 ? known.join(", ") : "none"}`,
    );
  };
  const checkContexts = (place: Place, names: readonly string[]) => {
    for (const name of names) if (!contexts.has(name)) report(place, `unknown context "${name}"`);
  };
  const checkCode = (place: Place, code: string) => {
    if (!codes.has(code)) report(place, `unknown CAMEO code "${code}"`);
  };
  const checkOperand = (place: Place, operand: string | undefined) => {
    if (operand === undefined) return;
    const [type = "", mode] = operand.split("/");
    if (isEventType(type)) checkMode(place, type, mode);
    else report(place, `unknown event type "${type}"; expected one of ${EVENT_TYPES.join(", ")}`);
  };
  const checkOnce = (places: readonly (Place & { readonly key: string })[]) => {
    const seen = new Map<string, number>();
    for (const place of places) {
      const first = seen.get(place.key);
      if (first !== undefined) report(place, `"${place.key}" is given twice, first on line ${first}`);
      else seen.set(place.key, place.line);
    }
  };

  for (const block of files.types) {
    checkOnce(block.entry.modes.map((mode) => ({ key: mode.name, file: block.file, line: block.line })));
    for (const mode of block.entry.modes) checkContexts(block, mode.contexts);
  }
  for (const type of EVENT_TYPES) {
    if (!modes.has(type))
      report({ file: files.types[0]?.file ?? "plover.yaml", line: 1 }, `no entry for ${type}`);
  }
  for (const line of files.conversions) {
    checkCode(line, line.row.cameo);
    checkMode(line, line.row.type, line.row.mode);
    checkContexts(line, line.row.contexts);
  }
  for (const line of files.defaults) {
    checkMode(line, line.row.type, line.row.mode);
    checkContexts(line, line.row.context === undefined ? [] : [line.row.context]);
    checkOperand(line, line.row.of);
    checkCode(line, line.row.cameo);
  }
  checkOnce(files.types.map((block) => ({ ...block, key: block.entry.type })));
  checkOnce(files.contexts.map((line) => ({ ...line, key: line.row.context })));
  checkOnce(files.cameo.map((line) => ({ ...line, key: line.row.code })));
  checkOnce(files.conversions.map((line) => ({ ...line, key: line.row.cameo })));
  checkOnce(
    files.defaults.map((line) => {
      const { type, mode = "", context = "", of = "" } = line.row;
      return { ...line, key: [type, mode, context, of].join(" ") };
    }),
  );
  return problems;
}
