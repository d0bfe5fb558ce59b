import { z } from "zod";
import type { Span } from "../../document/span.ts";
import { GoldError } from "../gold-error.ts";
import { joinedWords } from "./joined-words.ts";

/** A mention of the gold: word indexes `[first, last]` over the document, both inclusive. */
export type WordRange = readonly [first: number, last: number];

export interface GoldCluster {
  readonly mentions: readonly WordRange[];
  /** Whether one of its mentions is a person, an organization or a place; the others are things, events and ideas. */
  readonly isActor: boolean;
}

/** A document whose mentions people have put together. */
export interface CoreferenceDocument {
  readonly id: string;
  readonly genre: string;
  readonly text: string;
  /** Where each word stands in the text. */
  readonly words: readonly Span[];
  readonly clusters: readonly GoldCluster[];
}

const placeSchema = z.tuple([z.number().int(), z.number().int(), z.number().int()]).rest(z.unknown());
const lineSchema = z.object({
  id: z.string(),
  genre: z.string().default("unknown"),
  sentences: z.array(z.array(z.string())),
  /** [sentence, begin, end, group, type, …]. */
  mentions: z.array(placeSchema),
  ontogum_clusters: z.array(z.array(placeSchema)),
});

const ACTOR_TYPES: ReadonlySet<unknown> = new Set(["person", "organization", "place"]);

/**
 * Reads GUM's coreference: JSON lines, one document each, with the clusters of the OntoNotes scheme (no singletons). The words are
 * joined to a text again, as English is written.
 *
 * @throws GoldError naming file and line
 */
export function readCoreference(jsonl: string, file: string): CoreferenceDocument[] {
  const documents = jsonl.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    return [coreferenceDocument(line, (problem) => new GoldError(file, i + 1, problem))];
  });
  if (documents.length === 0) throw new GoldError(file, 1, "it holds no document");
  return documents;
}

function coreferenceDocument(line: string, failure: (problem: string) => GoldError): CoreferenceDocument {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw failure(`not valid JSON (${(error as Error).message})`);
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw failure(`"${issue?.path.join(".")}": ${issue?.message}`);
  }
  const { id, genre, sentences, mentions, ontogum_clusters } = parsed.data;
  let wordCount = 0;
  const starts = sentences.map(({ length }) => {
    wordCount += length;
    return wordCount - length;
  });
  const range = ([sentence, begin, end]: z.infer<typeof placeSchema>): WordRange => {
    const isInside = begin >= 0 && begin <= end && end < (sentences[sentence]?.length ?? 0);
    if (!isInside) throw failure(`there are no words [${sentence}, ${begin}, ${end}] in "sentences"`);
    const start = starts[sentence] as number;
    return [start + begin, start + end];
  };
  const actors = new Set(
    mentions.filter(([, , , , type]) => ACTOR_TYPES.has(type)).map((place) => range(place).join()),
  );
  return {
    id,
    genre,
    ...joinedWords(sentences),
    clusters: ontogum_clusters.map((cluster) => {
      const places = cluster.map(range);
      return { mentions: places, isActor: places.some((place) => actors.has(place.join())) };
    }),
  };
}
