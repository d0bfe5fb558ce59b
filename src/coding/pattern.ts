/** What part of speech carries a trigger; a verb's pattern also matches its participles used as adjectives of their own clause. */
export type TriggerForm = "verb" | "noun" | "adjective";

/** A fixed companion of a trigger's head: "by phone" in "speak by phone", "sanctions" in "impose sanctions". */
export interface FixedPart {
  /** Preposition before it; absent for a direct object, or for a noun's own modifier. */
  readonly preposition?: string;
  /** Lemma or form of its head word; absent in a pattern's last part, where the preposition opens a role: "call for". */
  readonly word?: string;
  /** Lemmas or forms that must modify `word`: "diplomatic" in "sever diplomatic ties". */
  readonly modifiers: readonly string[];
}

/** A trigger as written in the lexicon, taken apart. */
export interface TriggerPattern {
  readonly form: TriggerForm;
  /** Lemma, or form where the lexicon gives an inflected one ("talks" is not "talk"). */
  readonly head: string;
  /** Holds only of what is denied, and tells that: "not want peace" finds "do not want peace". */
  readonly isDenied: boolean;
  /** Words that must modify the head: "phone" in "phone call", "publicly" in "publicly back". */
  readonly modifiers: readonly string[];
  /** For verbs: a word that is a particle ("hand over"), or a preposition that opens the object role ("fire on"): the tree decides. */
  readonly particle: string | undefined;
  readonly parts: readonly FixedPart[];
  /** A preposition that opens the object role: "for" in "call for". */
  readonly opens: string | undefined;
  /** How many words it fixes: of several patterns that match, the longest wins. */
  readonly specificity: number;
  readonly written: string;
}

// Closed classes of English grammar that patterns may hold; everything else in a pattern is a word to be found.
const PREPOSITIONS = new Set(
  "about across after against alongside among around as at before behind beside between beyond by during for from in inside into near of off on onto out outside over to toward towards under up upon via with within without".split(
    " ",
  ),
);
const PARTICLES = new Set(
  "along apart ashore aside away back down forward home in off on out over past through together up".split(
    " ",
  ),
);
const ARTICLES = new Set(["a", "an", "the", "its", "their", "his"]);

/**
 * Takes a lexicon trigger apart: "impose sanctions on" is the verb `impose`, its fixed object `sanctions`, and the role opened by `on`.
 *
 * @throws Error saying what is wrong with the pattern
 */
export function parsePattern(written: string, form: TriggerForm): TriggerPattern {
  const words = written.split(/\s+/).filter((word) => word !== "" && !ARTICLES.has(word));
  if (words.length === 0) throw new Error(`empty trigger "${written}"`);
  return form === "noun" ? nounPattern(written, words) : verbPattern(written, words, form);
}

// "exchange of fire": a noun with a fixed complement; "joint statement": a noun with fixed modifiers.
function nounPattern(written: string, words: string[]): TriggerPattern {
  const cut = words.findIndex((word, i) => i > 0 && PREPOSITIONS.has(word));
  const phrase = cut < 0 ? words : words.slice(0, cut);
  const rest = cut < 0 ? [] : fixedParts(words.slice(cut));
  const last = rest.at(-1);
  const opens = last && last.word === undefined ? last.preposition : undefined;
  return {
    form: "noun",
    head: phrase.at(-1) as string,
    isDenied: false,
    modifiers: phrase.slice(0, -1),
    particle: undefined,
    parts: opens === undefined ? rest : rest.slice(0, -1),
    opens,
    specificity: wordCount(words),
    written,
  };
}

function verbPattern(written: string, words: string[], form: TriggerForm): TriggerPattern {
  const isDenied = words[0] === "not";
  const said = isDenied ? words.slice(1) : words;
  const isAdverb = said.length > 1 && isManner(said[0] as string);
  const [head, ...rest] = (isAdverb ? said.slice(1) : said) as [string, ...string[]];
  const hasParticle = form === "verb" && rest[0] !== undefined && PARTICLES.has(rest[0]);
  const particle = hasParticle ? rest[0] : undefined;
  const parts = fixedParts(hasParticle ? rest.slice(1) : rest);
  const last = parts.at(-1);
  const opens = last && last.word === undefined ? last.preposition : undefined;
  return {
    form,
    head,
    isDenied,
    modifiers: isAdverb ? said.slice(0, 1) : [],
    particle,
    parts: opens === undefined ? parts : parts.slice(0, -1),
    opens,
    specificity: wordCount(words),
    written,
  };
}

// The English verbs that end as adverbs of manner do.
const VERBS_IN_LY = new Set(
  "ally apply bully comply fly imply multiply rally rely reply supply tally".split(" "),
);

// "sexually assault", not "fly to safety".
function isManner(word: string): boolean {
  return word.endsWith("ly") && !VERBS_IN_LY.has(word);
}

// "cease-fire" is two.
function wordCount(words: readonly string[]): number {
  return words.flatMap((word) => word.split("-")).length;
}

function fixedParts(words: string[]): FixedPart[] {
  const parts: FixedPart[] = [];
  let preposition: string | undefined;
  let phrase: string[] = [];
  const close = () => {
    if (phrase.length === 0 && preposition === undefined) return;
    const word = phrase.at(-1);
    parts.push({
      ...(preposition !== undefined && { preposition }),
      ...(word !== undefined && { word }),
      modifiers: phrase.slice(0, -1),
    });
    phrase = [];
  };
  for (const word of words) {
    if (PREPOSITIONS.has(word)) {
      close();
      preposition = word;
    } else phrase.push(word);
  }
  close();
  const open = parts.slice(0, -1).find((part) => part.word === undefined);
  if (open) throw new Error(`preposition "${open.preposition}" has no word after it`);
  return parts;
}
