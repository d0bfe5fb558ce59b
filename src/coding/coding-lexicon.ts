import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { z } from "zod";
import { type Block, readBlocks } from "../lexicon/blocks.ts";
import { LexiconError, type LexiconProblem } from "../lexicon/lexicon-error.ts";
import {
  type Cue,
  cueSchema,
  type Frame,
  frameSchema,
  type LightVerb,
  lightVerbSchema,
  type OperatorEntry,
  operatorEntrySchema,
  type WordClass,
  wordClassSchema,
} from "./entries.ts";
import { parsePattern, type TriggerForm, type TriggerPattern } from "./pattern.ts";
import type { SpeechAct } from "./records.ts";

/** What a trigger's words mean. */
export type Sense =
  | { readonly kind: "frame"; readonly entry: Frame }
  | { readonly kind: "operator"; readonly entry: OperatorEntry }
  | { readonly kind: "light"; readonly entry: LightVerb }
  | { readonly kind: "cue"; readonly entry: Cue };

/** The name an entry goes by in a record's `rule`; a light verb's and a cue's never stand there. */
export function entryName({ kind, entry }: Sense): string {
  switch (kind) {
    case "frame":
      return entry.frame;
    case "operator":
      return entry.name;
    case "light":
      return entry.light;
    case "cue":
      return entry.cue;
  }
}

/** One pattern of one lexicon entry. All are objects of one shape, absent parts being `undefined`: matching reads them for every token. */
export interface LexiconTrigger {
  readonly pattern: TriggerPattern;
  readonly sense: Sense;
  /** Lemmas the object must, or must not, have; classes are spelled out. */
  readonly object: ReadonlySet<string> | undefined;
  readonly unless: ReadonlySet<string> | undefined;
  /** Words of which the sentence must have one. */
  readonly sentence: ReadonlySet<string> | undefined;
  /** Holds only of a verb without an object, in the active (`none`), or only of one that has something undergo it. */
  readonly transitive: "none" | "only" | undefined;
  /** Holds only of a verb that has no predicate of its object. */
  readonly isPlain: boolean;
  /** Holds only where no clause says what the words are about. */
  readonly clause: "none" | "unasked" | undefined;
  /** `frames/consult.yaml:12`. */
  readonly line: string;
}

/** An entry and the block it was read from, for the check. */
export interface LexiconEntry {
  readonly sense: Sense;
  readonly file: string;
  /** Of the block's first line, from 1. */
  readonly line: number;
}

/** An example or near miss of an entry, for the check. */
export interface EntryExample {
  readonly text: string;
  readonly kind: "example" | "not";
  readonly sense: Sense;
  readonly file: string;
  readonly line: number;
}

/** An operator said by a mere modifier. */
export interface ModifierOperator {
  readonly entry: OperatorEntry;
  /** Holds only in reported speech, or only outside it; absent: everywhere. */
  readonly when?: "reported" | "unreported";
  readonly line: string;
}

/** A word that tells what act a clause is in a speaker's mouth, by whose deed it tells. */
export interface SpeechModifier {
  readonly act: SpeechAct;
  readonly deedOf: "own side" | "others";
  /** Verbs that it makes nothing of. */
  readonly unless: ReadonlySet<string>;
}

/** Triggers by the lemma or form of their head word (of a hyphened one, its last part too), in the order of the files. */
export type TriggerIndex = ReadonlyMap<string, readonly LexiconTrigger[]>;

/** All that the coder knows about words, ready to be matched. */
export interface CodingLexicon {
  readonly triggers: TriggerIndex;
  /** Those among them that are cues, or operators. */
  readonly triggersOf: Readonly<Record<"cue" | "operator", TriggerIndex>>;
  /** Operators by the word beside a verb or noun that calls for them: "will", "not". */
  readonly modifiers: ReadonlyMap<string, readonly ModifierOperator[]>;
  /** Speech acts by the preposition that introduces a source: "according to". */
  readonly sourcePrepositions: ReadonlyMap<string, Cue>;
  /** Cues by the adverb that reports on nobody's word: "reportedly". */
  readonly hearsay: ReadonlyMap<string, Cue>;
  /** Speech acts by the word beside the verb of what is said: "will", "must". */
  readonly speechModifiers: ReadonlyMap<string, readonly SpeechModifier[]>;
  readonly examples: readonly EntryExample[];
  /** All entries, in the order of the files. */
  readonly entries: readonly LexiconEntry[];
  readonly classes: readonly Block<WordClass>[];
}

/**
 * Reads `frames/`, `operators/`, `light-verbs/`, `cues/` and `classes/` of a lexicon folder.
 *
 * @throws LexiconError naming every bad line of every file
 */
export function loadCodingLexicon(folder: string): CodingLexicon {
  const problems: LexiconProblem[] = [];
  const read = <Entry>(topic: string, schema: z.ZodType<Entry>) =>
    readTopic(join(folder, topic), schema, problems);
  const classBlocks = read<WordClass>("classes", wordClassSchema);
  const classes = new Map(classBlocks.map(({ entry }) => [entry.class, entry.words]));

  const senses: { sense: Sense; block: Block<unknown> }[] = [
    ...read("frames", frameSchema).map((block) => ({
      sense: { kind: "frame", entry: block.entry } as const,
      block,
    })),
    ...read("operators", operatorEntrySchema).map((block) => ({
      sense: { kind: "operator", entry: block.entry } as const,
      block,
    })),
    ...read("light-verbs", lightVerbSchema).map((block) => ({
      sense: { kind: "light", entry: block.entry } as const,
      block,
    })),
    ...read("cues", cueSchema).map((block) => ({
      sense: { kind: "cue", entry: block.entry } as const,
      block,
    })),
  ];

  const triggers = new Map<string, LexiconTrigger[]>();
  const triggersOf = {
    cue: new Map<string, LexiconTrigger[]>(),
    operator: new Map<string, LexiconTrigger[]>(),
  };
  const sourcePrepositions = new Map<string, Cue>();
  const hearsay = new Map<string, Cue>();
  const speechModifiers = new Map<string, SpeechModifier[]>();
  const modifiers = new Map<string, ModifierOperator[]>();
  const examples: EntryExample[] = [];
  for (const { sense, block } of senses) {
    const place = { file: block.file, line: block.line };
    const line = `${relative(folder, block.file)}:${block.line}`;
    const kept = sense.kind === "cue" || sense.kind === "operator" ? triggersOf[sense.kind] : undefined;
    for (const trigger of readTriggers(sense, line, classes, (message) =>
      problems.push({ ...place, message }),
    )) {
      for (const word of headWords(trigger.pattern)) {
        addTo(triggers, word, trigger);
        if (kept !== undefined) addTo(kept, word, trigger);
      }
    }
    if (sense.kind === "cue") {
      const { entry } = sense;
      for (const words of entry.prepositions) sourcePrepositions.set(words, entry);
      for (const word of entry.adverbs) hearsay.set(word, entry);
      addSpeechModifiers(speechModifiers, entry);
    }
    if (sense.kind === "operator") {
      const { entry } = sense;
      for (const word of entry.modifiers) addTo(modifiers, word, { entry, line });
      for (const word of entry.reported) addTo(modifiers, word, { entry, when: "reported", line });
      for (const word of entry.unreported) addTo(modifiers, word, { entry, when: "unreported", line });
    }
    for (const text of sense.entry.examples) examples.push({ text, kind: "example", sense, ...place });
    for (const text of sense.entry.not) examples.push({ text, kind: "not", sense, ...place });
  }
  if (problems.length > 0) throw new LexiconError(problems);
  const entries = senses.map(({ sense, block: { file, line } }) => ({ sense, file, line }));
  return {
    triggers,
    triggersOf,
    modifiers,
    sourcePrepositions,
    hearsay,
    speechModifiers,
    examples,
    entries,
    classes: classBlocks,
  };
}

function addSpeechModifiers(found: Map<string, SpeechModifier[]>, entry: Cue): void {
  const unless = new Set(entry.unlessVerbs);
  for (const word of entry.modifiers) addTo(found, word, { act: entry.act, deedOf: "own side", unless });
  for (const word of entry.ofOthers) addTo(found, word, { act: entry.act, deedOf: "others", unless });
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function readTopic<Entry>(
  folder: string,
  schema: z.ZodType<Entry>,
  problems: LexiconProblem[],
): Block<Entry>[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return files.sort().flatMap((name) => {
    try {
      return readBlocks(join(folder, name), schema);
    } catch (error) {
      if (!(error instanceof LexiconError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
}

// "cease-fire" is one word to us and three to a tokenizer.
function headWords({ head }: TriggerPattern): string[] {
  return head.includes("-") ? [head, head.slice(head.lastIndexOf("-") + 1)] : [head];
}

function readTriggers(
  sense: Sense,
  line: string,
  classes: ReadonlyMap<string, readonly string[]>,
  report: (message: string) => void,
): LexiconTrigger[] {
  const { entry } = sense;
  const lists: [TriggerForm, readonly string[]][] = [
    ["verb", entry.verbs],
    ["noun", "nouns" in entry ? entry.nouns : []],
    ["adjective", "adjectives" in entry ? entry.adjectives : []],
  ];
  const words = (written: readonly string[] | undefined) => written && spelledOut(written, classes, report);
  const conditions = {
    transitive: "transitive" in entry && entry.transitive !== "any" ? entry.transitive : undefined,
    isPlain: "complement" in entry && entry.complement === "none",
    clause: "clause" in entry && entry.clause !== "any" ? entry.clause : undefined,
    object: words("object" in entry ? entry.object : undefined),
    sentence: words("sentence" in entry ? entry.sentence : undefined),
    unless: words("unless" in entry ? entry.unless : undefined),
  };
  const triggers: LexiconTrigger[] = [];
  for (const [form, list] of lists) {
    for (const written of list) {
      try {
        triggers.push({ pattern: parsePattern(written, form), sense, line, ...conditions });
      } catch (error) {
        report((error as Error).message);
      }
    }
  }
  return triggers;
}

function spelledOut(
  words: readonly string[],
  classes: ReadonlyMap<string, readonly string[]>,
  report: (message: string) => void,
): Set<string> {
  const spelled = new Set<string>();
  for (const word of words) {
    if (!word.startsWith("$")) spelled.add(word);
    else if (classes.has(word.slice(1)))
      for (const member of classes.get(word.slice(1)) ?? []) spelled.add(member);
    else report(`unknown word class "${word}"; classes are ${[...classes.keys()].join(", ")}`);
  }
  return spelled;
}
