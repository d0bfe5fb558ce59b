import type { LexiconProblem } from "../../lexicon/lexicon-error.ts";
import type { DictionaryLine } from "./dictionary-lines.ts";

/** One phrase of a PETRARCH agent dictionary, with its plural. */
export interface AgentRecord {
  /** In lower case, underscores as blanks. */
  readonly phrase: string;
  /** Absent where the phrase has none, or is one itself. */
  readonly plural?: string;
  /** The word that stands for a marker in the phrase, in lower case: "men" of "tollmen". */
  readonly filler?: string;
  /** `~GOV` stands after an actor's code, `NGO~` before it. */
  readonly code: string;
  /** Counts from 1. */
  readonly line: number;
}

/**
 * Reads the lines of an agent dictionary: `PHRASE {PLURAL} [~CODE]`. Regular plurals are made, `{}` keeps a phrase from having one;
 * `!SET! = ONE, OTHER` names words of which each stands for `!SET!` in the phrases below it.
 */
export function readAgentRecords(
  lines: readonly DictionaryLine[],
  file: string,
): { records: AgentRecord[]; problems: LexiconProblem[] } {
  const sets = new Map<string, readonly string[]>();
  const records: AgentRecord[] = [];
  const problems: LexiconProblem[] = [];
  for (const { text, line } of lines) {
    const set = /^\s*!([^!=]+)!\s*=(.*)$/.exec(text);
    if (set !== null) {
      const words = (set[2] as string).split(",").map((word) => word.trim());
      sets.set(
        (set[1] as string).trim(),
        words.filter((word) => word !== ""),
      );
      continue;
    }
    const read = readAgent(text, sets);
    if (typeof read === "string") problems.push({ file, line, message: read });
    else records.push(...read.map((agent) => ({ ...agent, line })));
  }
  return { records, problems };
}

/** The records of one line; a string says what is wrong with it. */
function readAgent(
  text: string,
  sets: ReadonlyMap<string, readonly string[]>,
): Omit<AgentRecord, "line">[] | string {
  const code = /\[\s*(~[^\s~\]}]+|[^\s~\]}]+~)\s*\]/.exec(text);
  if (code === null) return "expected an agent and its code: PHRASE [~CODE] or PHRASE [CODE~]";
  const before = text.slice(0, code.index);
  const [, written = "", plural] = /^([^{}]*)(?:\{([^{}]*)\}\s*)?$/.exec(before) ?? [];
  if (!/\p{L}/u.test(written))
    return "there is no phrase before the code, or its plural is not between { and }";
  const agent = (code[1] as string).toUpperCase();
  const marker = /!([^!]+)!/.exec(written);
  if (marker === null) {
    const phrase = phraseOf(written);
    const many = plural === undefined ? regularPlural(phrase) : phraseOf(plural);
    return [{ phrase, ...(many === "" ? {} : { plural: many }), code: agent }];
  }
  const words = sets.get((marker[1] as string).trim());
  if (words === undefined) return `no line above says what ${marker[0]} stands for`;
  return words.map((word) => ({
    phrase: phraseOf(written.replace(marker[0], word)),
    filler: word.toLowerCase(),
    code: agent,
  }));
}

function phraseOf(written: string): string {
  return written.replaceAll("_", " ").trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/** As the dictionaries' authors reckon with: "party" -> "parties", "boss" -> "bosses", "chief" -> "chiefs". */
function regularPlural(phrase: string): string {
  if (phrase.endsWith("y")) return `${phrase.slice(0, -1)}ies`;
  return phrase.endsWith("ss") ? `${phrase}es` : `${phrase}s`;
}
