import type { Token } from "../language/parsed-document.ts";
import { dot, type WordVectors } from "../language/word-vectors.ts";
import type { CodingLexicon, LexiconTrigger } from "./coding-lexicon.ts";
import type { Match } from "./match.ts";

/** How many of the words used most like an unknown one are asked, and how many of them must be of one type. */
const NEIGHBOURS = 5;
const AGREEING = 4;

/** The nearest word must be at least this much like the unknown one. */
const LEAST_SIMILARITY = 0.55;

/** A verb that says one thing whatever stands with it, with the entry that its bare form calls for. */
interface Exemplar {
  readonly word: string;
  /** The event type of its frames; of operators, light verbs and cues, which are asked too and speak for no event, their kind. */
  readonly type: string;
  readonly trigger: LexiconTrigger;
  readonly vector: Float32Array;
}

/**
 * Frames for verbs that the lexicon does not know, by the verbs it knows that plain text uses alike: "strafed" by "bombed",
 * "attacked", "shelled". Only verbs that say one thing whatever stands with them are asked, and four of the five nearest must
 * agree. Nouns are not guessed: their vectors tell what they are about ("soldier" is like "ambush"), not whether they happen.
 */
export class NearestFrames {
  readonly #vectors: WordVectors;
  readonly #lexicon: CodingLexicon;
  readonly #exemplars: readonly Exemplar[];
  readonly #known = new Map<string, LexiconTrigger | undefined>();

  constructor(lexicon: CodingLexicon, vectors: WordVectors) {
    this.#vectors = vectors;
    this.#lexicon = lexicon;
    this.#exemplars = exemplarsOf(lexicon, vectors);
  }

  /** The frame lent to a verb of which no entry speaks; none for any other word. */
  matchAt(token: Token): Match | undefined {
    if (token.upos !== "VERB" || !token.xpos.startsWith("VB") || token.deprel === "amod") return undefined;
    if (this.#lexicon.triggers.has(token.lemma) || this.#lexicon.triggers.has(token.lowerText))
      return undefined;
    const trigger = this.triggerFor(token.lemma);
    return trigger && { trigger, head: token, fixed: [] };
  }

  /** The trigger of the nearest verb of the type that most of a verb's neighbours share; none where they do not agree. */
  triggerFor(lemma: string): LexiconTrigger | undefined {
    if (!this.#known.has(lemma)) this.#known.set(lemma, this.#find(lemma));
    return this.#known.get(lemma);
  }

  #find(lemma: string): LexiconTrigger | undefined {
    const vector = this.#vectors.of(lemma);
    if (vector === undefined) return undefined;
    const nearest = this.#exemplars
      .filter(({ word }) => word !== lemma)
      .map((exemplar) => ({ exemplar, alike: dot(vector, exemplar.vector) }))
      .sort((a, b) => b.alike - a.alike)
      .slice(0, NEIGHBOURS);
    if (nearest.length < NEIGHBOURS || (nearest[0]?.alike ?? 0) < LEAST_SIMILARITY) return undefined;
    const agreed = nearest.find(
      ({ exemplar: { type } }) => nearest.filter(({ exemplar }) => exemplar.type === type).length >= AGREEING,
    )?.exemplar.trigger;
    return agreed?.sense.kind === "frame" ? agreed : undefined;
  }
}

function exemplarsOf({ triggers }: CodingLexicon, vectors: WordVectors): Exemplar[] {
  return [...triggers].flatMap(([word, all]) => {
    const verbs = all.filter(({ pattern }) => pattern.form === "verb");
    // A cue may be a frame too: "condemn" says what is done by saying so.
    const frames = verbs.filter(({ sense }) => sense.kind !== "cue");
    const telling = frames.length > 0 ? frames : verbs;
    const trigger = telling.find((verb) => isBare(verb) && verb.pattern.head === word);
    const vector = vectors.of(word);
    if (trigger === undefined || vector === undefined || new Set(telling.map(typeOf)).size > 1) return [];
    return [{ word, type: typeOf(trigger), trigger, vector }];
  });
}

function typeOf({ sense }: LexiconTrigger): string {
  return sense.kind === "frame" ? sense.entry.event.replace(/\/.*/, "") : sense.kind;
}

// The verb alone, whatever stands with it.
function isBare({ pattern, object, sentence }: LexiconTrigger): boolean {
  const { parts, particle, opens } = pattern;
  return (
    parts.length === 0 &&
    particle === undefined &&
    opens === undefined &&
    object === undefined &&
    sentence === undefined
  );
}
