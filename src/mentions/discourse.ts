import { COUNTING_NOUNS } from "../language/counting-nouns.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import { ROOT } from "../language/parsed-document.ts";
import type { Actor } from "./actor.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { deprelOf, headOf, headOfRange, relationOf, TAG, textOf } from "./reading.ts";

/** A resolved mention with its place in the discourse. */
export interface Placed {
  readonly draft: MentionDraft;
  readonly head: number;
  readonly sentence: number;
}

const MAX_CLIMB = 24;

/** What has been mentioned where: names from the start, what points back to them as it is resolved, in text order. */
export class Discourse {
  readonly parsed: ParsedDocument;
  readonly #bySentence: Placed[][];
  readonly #byToken = new Map<number, Placed>();

  constructor(parsed: ParsedDocument, names: readonly MentionDraft[]) {
    this.parsed = parsed;
    this.#bySentence = Array.from({ length: parsed.sentenceCount }, () => []);
    for (const draft of names) this.add(draft);
  }

  add(draft: MentionDraft): void {
    const [start, end] = draft.tokens;
    const placed: Placed = {
      draft,
      head: headOfRange(this.parsed, start, end),
      sentence: this.parsed.sentenceOf(start),
    };
    this.#byToken.set(placed.head, placed);
    for (let token = start; token < end; token++) {
      const upos = this.parsed.columns.upos[token];
      const isNoun = upos === TAG.NOUN || upos === TAG.PROPN;
      if (isNoun && !this.#byToken.has(token)) this.#byToken.set(token, placed);
    }
    const sentence = this.#bySentence[placed.sentence] as Placed[];
    let at = sentence.length;
    while (at > 0 && (sentence[at - 1] as Placed).draft.tokens[0] > start) at--;
    sentence.splice(at, 0, placed);
  }

  /** The mention that a token heads or is a noun of. */
  at(token: number): Placed | undefined {
    return this.#byToken.get(token);
  }

  /** The mentions of a sentence in text order; none where there is no such sentence. */
  inSentence(sentence: number): readonly Placed[] {
    return this.#bySentence[sentence] ?? [];
  }

  /** Mentions before a token, nearest first, back to the sentence `sentences` before the token's. */
  *before(token: number, sentences: number): Generator<Placed> {
    const own = this.parsed.sentenceOf(token);
    for (let sentence = own; sentence >= Math.max(0, own - sentences); sentence--) {
      const placed = this.inSentence(sentence);
      for (let i = placed.length - 1; i >= 0; i--) {
        const mention = placed[i] as Placed;
        if (mention.draft.tokens[1] <= token) yield mention;
      }
    }
  }

  /** The actors of a mention and of those coordinated with it: "Germany, France and the UK". */
  coordinated(placed: Placed): Actor[] {
    const actors = [...placed.draft.actors];
    for (const child of this.parsed.childrenOf(placed.head)) {
      if (relationOf(this.parsed, child) !== "conj") continue;
      const other = this.at(child);
      if (other !== undefined && other !== placed) actors.push(...this.coordinated(other));
    }
    return [...new Set(actors)];
  }

  /** The mention that is the subject of a verb; a conjoined verb without one shares the first verb's. */
  subjectOf(verb: number): Placed | undefined {
    for (const child of this.parsed.childrenOf(verb)) {
      if (relationOf(this.parsed, child) === "nsubj") return this.at(child) ?? this.#relativeTo(verb, child);
    }
    return undefined;
  }

  // "Thousands of Georgians marched": those who are counted.
  #countedBy(noun: number): Placed | undefined {
    const { columns } = this.parsed;
    if (columns.upos[noun] !== TAG.NUM && !COUNTING_NOUNS.has(columns.lemma[noun] as string))
      return undefined;
    for (const child of this.parsed.childrenOf(noun)) {
      if (relationOf(this.parsed, child) === "nmod" && textOf(this.parsed, child - 1) === "of")
        return this.at(child);
    }
    return undefined;
  }

  // "met Tleuberdi, who briefed her": the noun that "who" stands for.
  #relativeTo(verb: number, subject: number): Placed | undefined {
    const isRelative = /^(who|which|that)$/i.test(textOf(this.parsed, subject));
    if (!isRelative || deprelOf(this.parsed, verb) !== "acl:relcl") return undefined;
    return this.at(headOf(this.parsed, verb));
  }

  /**
   * The subjects of the clauses that hold a token, innermost first; a clause whose subject is no actor is passed over. Of "We urge
   * Russia to end its war" Russia comes before "we": whom one asks to do something is the one who does it.
   */
  *clauseSubjects(token: number): Generator<Placed> {
    let at = token;
    for (let step = 0; step < MAX_CLIMB; step++) {
      const head = headOf(this.parsed, at);
      if (head === ROOT) return;
      const asked = this.#askedBy(head, at);
      if (asked !== undefined) yield asked;
      at = head;
      const subject = this.subjectOf(at);
      if (subject !== undefined) yield subject;
    }
  }

  /** "urge Russia to …", "call on Iran to …": the object, or the one called on, before what is asked. */
  #askedBy(verb: number, complement: number): Placed | undefined {
    const relation = relationOf(this.parsed, complement);
    if (relation !== "xcomp" && relation !== "advcl") return undefined;
    for (const child of this.parsed.childrenOf(verb)) {
      if (child < verb || child > complement) continue;
      const role = relationOf(this.parsed, child);
      // "met Tokayev to discuss": after a plain object only a complement is what is asked.
      const isAsked = (relation === "xcomp" && /^i?obj$/.test(role)) || (role === "obl" && this.#isOn(child));
      const placed = isAsked ? this.at(child) : undefined;
      if (placed !== undefined) return placed;
    }
    return undefined;
  }

  #isOn(token: number): boolean {
    for (const child of this.parsed.childrenOf(token)) {
      if (relationOf(this.parsed, child) === "case") return /^(up)?on$/i.test(textOf(this.parsed, child));
    }
    return false;
  }

  #isSubject(placed: Placed): boolean {
    const { parsed } = this;
    if (relationOf(parsed, placed.head) === "nsubj") return true;
    const counting = headOf(parsed, placed.head);
    return (
      counting !== ROOT && relationOf(parsed, counting) === "nsubj" && this.#countedBy(counting) === placed
    );
  }

  /** The subjects of a sentence's clauses, the root clause's first, then those of speech set beside it, then the rest in text order. */
  subjectsIn(sentence: number): Placed[] {
    const { parsed } = this;
    const depth = (placed: Placed) => {
      let steps = 0;
      for (let at = placed.head; at !== ROOT && steps < MAX_CLIMB; at = headOf(parsed, at)) {
        steps += relationOf(parsed, at) === "parataxis" || relationOf(parsed, at) === "conj" ? 0.5 : 1;
      }
      return steps;
    };
    return this.inSentence(sentence)
      .filter((placed) => this.#isSubject(placed))
      .sort((a, b) => depth(a) - depth(b));
  }
}
