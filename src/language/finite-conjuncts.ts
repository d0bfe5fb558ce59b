import { isUnder, type MendableTrees } from "./mendable-trees.ts";
import { ROOT } from "./parsed-document.ts";

/** How far a finite verb may stand behind the verb whose fellow it is. */
const REACH = 60;

/**
 * Hangs a finite verb without a subject on the finite verb whose subject it shares, and a subject that is called out on its verb.
 *
 * "Oslo asked for help in finding the crew and [invited] Rome to talks": what is linked by "and" is alike, and an infinitive or a participle
 * in -ing is not like a verb in the past. "Oslo, however, [pledged] ships": who stands before a verb that has no subject is its subject.
 * "Voiced support for Malta and [condemned] French plans": what stands behind it is its object.
 */
export function mendFiniteVerbs(trees: MendableTrees, sentenceStart: Uint32Array): void {
  const mender = new FiniteMender(trees);
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    mender.mend(sentenceStart[s] as number, sentenceStart[s + 1] as number);
  }
}

class FiniteMender {
  readonly #trees: MendableTrees;
  readonly #subject: number;
  readonly #object: number;

  constructor(trees: MendableTrees) {
    this.#trees = trees;
    this.#subject = trees.deprelNames.indexOf("nsubj");
    this.#object = trees.deprelNames.indexOf("obj");
  }

  mend(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      this.#raise(from, i);
      this.#callBack(from, to, i);
      this.#takeObject(from, to, i);
    }
  }

  #raise(from: number, verb: number): void {
    const { head } = this.#trees;
    const tag = this.#tag(verb);
    if (this.#relation(verb) !== "conj" || !/^VB[DZ]$/.test(tag)) return;
    const fellow = head[verb] as number;
    if (fellow < from || fellow > verb || !/^(VB|VBG)$/.test(this.#tag(fellow))) return;
    if (this.#hasOwnSubject(from, verb) || this.#isFinite(from, fellow)) return;
    let finite = head[fellow] as number;
    while (finite !== ROOT && this.#tag(finite) !== tag) finite = head[finite] as number;
    if (finite === ROOT || finite > verb || verb - finite > REACH || isUnder(finite, verb, head)) return;
    head[verb] = finite;
  }

  // "did seek talks and opened the border": an auxiliary makes the verb a finite one.
  #isFinite(from: number, fellow: number): boolean {
    const { head } = this.#trees;
    for (let i = from; i < fellow; i++) {
      if (head[i] === fellow && /^(VBD|VBZ|VBP)$/.test(this.#tag(i)) && this.#relation(i).startsWith("aux"))
        return true;
    }
    return false;
  }

  #hasOwnSubject(from: number, verb: number): boolean {
    const { head } = this.#trees;
    for (let i = from; i < verb; i++) {
      if (head[i] === verb && /^([nc]subj|aux|mark|expl)/.test(this.#relation(i))) return true;
    }
    return false;
  }

  // "voiced support for Malta and [condemned] French plans": what stands right behind a fellow verb is no fellow of what stands before it.
  #takeObject(from: number, to: number, verb: number): void {
    const { head, deprel, xpos } = this.#trees;
    const finite = head[verb] as number;
    if (this.#relation(verb) !== "conj" || finite < from || !/^VB[DN]$/.test(this.#tag(verb))) return;
    if (
      this.#tag(finite) !== "VBD" ||
      this.#relationsOf(from, to, verb).some((name) => !/^(cc|punct|advmod)/.test(name))
    )
      return;
    const noun = this.#nounBehind(verb, to);
    const fellow = noun < 0 ? ROOT : (head[noun] as number);
    const isAcross = fellow > finite && fellow < verb && this.#relation(noun) === "conj";
    if (!isAcross || this.#object < 0) return;
    head[noun] = verb;
    deprel[noun] = this.#object;
    xpos[verb] = xpos[finite] as number;
  }

  #relationsOf(from: number, to: number, verb: number): string[] {
    const found: string[] = [];
    for (let i = from; i < to; i++) if (this.#trees.head[i] === verb) found.push(this.#relation(i));
    return found;
  }

  /** The noun whose phrase opens right behind a verb, without a preposition or a link; -1 where none does. */
  #nounBehind(verb: number, to: number): number {
    const { head } = this.#trees;
    let noun = verb + 1;
    while (
      noun < to &&
      /^(det|amod|compound|nummod|nmod:poss)/.test(this.#relation(noun)) &&
      (head[noun] as number) > noun
    )
      noun = head[noun] as number;
    return noun < to && /^NN/.test(this.#tag(noun)) ? noun : -1;
  }

  #callBack(from: number, to: number, name: number): void {
    const { head, deprel } = this.#trees;
    const verb = head[name] as number;
    if (this.#relation(name) !== "dislocated" || verb < name || this.#subject < 0) return;
    if (!/^VB[DZP]$/.test(this.#tag(verb)) || !/^NN/.test(this.#tag(name))) return;
    for (let i = from; i < to; i++) {
      if (head[i] === verb && /^([nc]subj|expl)/.test(this.#relation(i))) return;
    }
    deprel[name] = this.#subject;
  }

  #tag(token: number): string {
    return this.#trees.xposNames[this.#trees.xpos[token] as number] as string;
  }

  #relation(token: number): string {
    return this.#trees.deprelNames[this.#trees.deprel[token] as number] as string;
  }
}
