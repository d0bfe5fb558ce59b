import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { decodeText } from "../../document/encoding.ts";
import type { LexiconProblem } from "../../lexicon/lexicon-error.ts";
import type { ActorLexicon, Role, RoleSense } from "../actor-lexicon.ts";
import { comparableWords } from "../words.ts";
import { type ActorRecord, readActorRecords } from "./actor-records.ts";
import { type AgentRecord, readAgentRecords } from "./agent-records.ts";
import { CameoCodes } from "./cameo-codes.ts";
import { Dictionary } from "./dictionary.ts";
import { dictionaryLines } from "./dictionary-lines.ts";

/** What one dictionary file holds. */
export interface DictionaryFile {
  readonly file: string;
  readonly actors: readonly ActorRecord[];
  readonly agents: readonly AgentRecord[];
  /** Every line that could not be read; the others are in force. */
  readonly problems: readonly LexiconProblem[];
}

/**
 * Reads a PETRARCH actor or agent dictionary; which of the two, its codes tell: an agent's has a "~".
 *
 * @throws an error of the file system where the file cannot be read
 */
export function readDictionary(file: string): DictionaryFile {
  const lines = dictionaryLines(decodeText(readFileSync(file)).text);
  const isOfAgents = lines.some(({ text }) => /\[\s*~|~\s*\]/.test(text));
  const agents = isOfAgents ? readAgentRecords(lines, file) : { records: [], problems: [] };
  const actors = isOfAgents ? { records: [], problems: [] } : readActorRecords(lines, file);
  const problems = [...agents.problems, ...actors.problems].sort((a, b) => a.line - b.line);
  if (problems.length * 4 < agents.records.length + actors.records.length) {
    return { file, actors: actors.records, agents: agents.records, problems };
  }
  // So much wrong: maybe the file is something else.
  const verbs = lines.find(({ text }) => /^(---\s|&\w|-\s.*\*)/.test(text));
  if (verbs !== undefined) {
    const message = "this is a dictionary of verbs; expected one of actors or agents";
    return { file, actors: [], agents: [], problems: [{ file, line: verbs.line, message }] };
  }
  const message = "the file has no actor and no agent with a code";
  const isEmpty = agents.records.length + actors.records.length === 0;
  const told = isEmpty ? [{ file, line: 1, message }] : problems;
  return { file, actors: actors.records, agents: agents.records, problems: told };
}

/**
 * A lexicon in which the words of dictionaries go before its own; of several dictionaries the last goes first.
 *
 * @param folder `lexicon/<language>`
 * @throws an error of the file system where a file cannot be read
 */
export function withDictionaries(
  lexicon: ActorLexicon,
  files: readonly DictionaryFile[],
  folder: string,
): ActorLexicon {
  const codes = new CameoCodes(folder, lexicon.countries.keys());
  for (const { file, agents } of files) {
    for (const agent of agents) addAgent(lexicon, codes, agent, `${basename(file)}:${agent.line}`);
  }
  const records = files.flatMap(({ file, actors }) => actors.map((record) => ({ record, file })));
  return { ...lexicon, dictionary: new Dictionary(records, lexicon, codes) };
}

/**
 * An agent that the lexicon knows keeps all that it says of it, but for sectors and code; a new one is of the kind of its last
 * word, and an organisation where its code goes first, as organisations' do.
 */
function addAgent(lexicon: ActorLexicon, codes: CameoCodes, agent: AgentRecord, origin: string): void {
  const { roles } = lexicon;
  const sectors = codes.meaningOf(agent.code.replace("~", "")).sectors;
  for (const [phrase, isPlural] of [
    [agent.phrase, false],
    [agent.plural, true],
  ] as const) {
    const words = phrase === undefined ? [] : comparableWords(phrase);
    if (words.length === 0) continue;
    const known = roles.get(words)[0];
    const like = known ?? roles.get([agent.filler ?? (words.at(-1) as string)])[0];
    roles.set(words, [
      {
        role: roleOf(agent, known?.role, like?.role, { sectors, origin }),
        plural: known?.plural ?? (isPlural || like?.plural === true),
      },
    ] satisfies RoleSense[]);
  }
}

function roleOf(
  { phrase, code }: AgentRecord,
  known: Role | undefined,
  like: Role | undefined,
  { sectors, origin }: { readonly sectors: readonly string[]; readonly origin: string },
): Role {
  if (known !== undefined) return { ...known, sectors, agent: code, origin };
  return {
    name: phrase,
    kind: code.endsWith("~")
      ? "organisation"
      : like === undefined || like.kind === "honorific"
        ? "person"
        : like.kind,
    also: like === undefined ? [] : [like.name, ...like.also],
    sectors,
    isTitle: like?.isTitle ?? false,
    agent: code,
    origin,
  };
}
