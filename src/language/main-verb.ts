import { isUnder, type MendableTrees } from "./mendable-trees.ts";
import { ROOT } from "./parsed-document.ts";

const FINITE_TAGS = ["VBD", "VBZ", "VBP", "MD"];
const NAME_TAGS = ["NNP", "NNPS", "NN", "NNS", "PRP"];

/**
 * Gives sentences their main verb where the tree has it as a mere attribute.
 *
 * "Colombia severed ties with Israel." is short and bare as only news is, and a parser taught on other English may read it as a
 * noun phrase ("severed ties" as in "broken ties"). But a finite verb is no attribute of the noun after it, and nothing stands
 * before a participle that is. Only sentences without any other finite verb are touched; but "have tortured scores" has a verb
 * wherever it stands, for nothing is linked by "have"; and what is done by somebody is said of the noun before it, wherever that stands.
 */
export function raiseMainVerbs(trees: MendableTrees, sentenceStart: Uint32Array): void {
  const mender = new Mender(trees);
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    mender.mend(sentenceStart[s] as number, sentenceStart[s + 1] as number);
  }
}

class Mender {
  readonly #trees: MendableTrees;
  readonly #deprel: (name: string) => number;
  readonly #finite: ReadonlySet<number>;
  readonly #names: ReadonlySet<number>;

  constructor(trees: MendableTrees) {
    this.#trees = trees;
    const { deprelNames, xposNames } = trees;
    const numbers = new Map(deprelNames.map((name, i) => [name, i]));
    this.#deprel = (name) => numbers.get(name) ?? 0;
    const tags = (names: readonly string[]) => new Set(names.map((name) => xposNames.indexOf(name)));
    this.#finite = tags(FINITE_TAGS);
    this.#names = tags(NAME_TAGS);
  }

  mend(from: number, to: number): void {
    const { head, xpos } = this.#trees;
    for (let i = from; i + 1 < to; i++) {
      this.#mendPerfect(from, to, i);
      this.#mendClause(from, i);
      this.#lowerParticiple(to, i);
      this.#raiseConjunct(from, to, i);
      this.#freeCompanion(to, i);
      this.#returnInfinitive(from, i);
    }
    let root = -1;
    let finite = -1;
    for (let i = from; i < to; i++) {
      if (head[i] === ROOT) root = this.#raiseFinite(from, to, i);
      if (!this.#finite.has(xpos[i] as number)) continue;
      if (finite >= 0) return; // with two finite verbs, the tree knows better
      finite = i;
    }
    if (root < 0 || root === finite || !this.#isName(root)) return;
    const verb =
      finite >= 0
        ? finite
        : Math.max(this.#participleBehindName(from, root), this.#participleBehindRoot(root, to));
    if (verb < 0) return;
    const relation = this.#relation(verb);
    const isAttribute = relation === "amod";
    const noun = head[verb] as number;
    if (verb > root && noun > verb && head[noun] === root) this.#raiseBetween(from, to, verb, root);
    else if (noun !== root) return;
    else if (verb < root && isAttribute) this.#raiseBefore(from, to, verb, root);
    else if (verb > root && (isAttribute || relation.startsWith("acl")))
      this.#raiseAfter(from, to, verb, root);
  }

  // "Drones [launched by Chad] hit a depot": what is done by somebody without an auxiliary only says which drones.
  /** @returns the root of the sentence */
  #raiseFinite(from: number, to: number, root: number): number {
    const { head, deprel } = this.#trees;
    if (this.#tag(root) !== "VBN") return root;
    let subject = -1;
    let doer = -1;
    let main = -1;
    for (let i = from; i < to; i++) {
      if (head[i] !== root) continue;
      const relation = this.#relation(i);
      if (/^(aux|cop|mark)/.test(relation)) return root;
      if (i < root && relation === "nsubj") subject = i;
      else if (i > root && relation === "obl:agent") doer = i;
      else if (doer >= 0 && main < 0 && this.#isBareFinite(i, to)) main = i;
    }
    if (subject < 0 || main < 0) return root;
    this.#swap(main, root, "acl");
    head[root] = subject;
    for (let i = from; i < to; i++) {
      if (head[i] === root && (i < subject || i > main || this.#relation(i) === "punct")) head[i] = main;
    }
    head[subject] = main;
    deprel[subject] = this.#deprel("nsubj");
    return main;
  }

  // A verb with a tense that has nothing to open it and nobody to do it.
  #isBareFinite(verb: number, to: number): boolean {
    const { head } = this.#trees;
    if (!/^VB[DZP]$/.test(this.#tag(verb)) || !/^(advcl|ccomp|conj|parataxis)/.test(this.#relation(verb)))
      return false;
    for (let i = 0; i < to; i++)
      if (head[i] === verb && i < verb && /^(nsubj|aux|mark|cc|cop)/.test(this.#relation(i))) return false;
    return true;
  }

  // "forces [have tortured] scores of refugees": to the tree, forces that are tortured scores.
  #mendPerfect(from: number, to: number, have: number): void {
    const { head, deprel, words, xpos, xposNames } = this.#trees;
    const noun = head[have] as number;
    if (this.#relation(have) !== "cop" || noun < have || !/^(has|have|had)$/i.test(words[have] as string))
      return;
    const verb = have + 1;
    const isParticiple = xposNames[xpos[verb] as number] === "VBN" && this.#relation(verb) === "amod";
    if (!isParticiple || head[verb] !== noun) return;
    head[verb] = head[noun] as number;
    deprel[verb] = deprel[noun] as number;
    head[noun] = verb;
    deprel[noun] = this.#deprel("obj");
    deprel[have] = this.#deprel("aux");
    for (let i = from; i < to; i++) {
      if (head[i] === noun && (i < verb || this.#relation(i) === "punct")) head[i] = verb;
    }
  }

  // "in Oslo, where [workers blocked roads]": a finite verb with a subject before it is no attribute of the noun behind it.
  #mendClause(from: number, verb: number): void {
    const { head, deprel, xpos } = this.#trees;
    const noun = head[verb] as number;
    if (noun <= verb || this.#relation(verb) !== "amod" || !this.#finite.has(xpos[verb] as number)) return;
    let hasSubject = false;
    for (let i = from; i < verb; i++) hasSubject ||= head[i] === verb && this.#relation(i) === "nsubj";
    if (!hasSubject) return;
    const isNominal = /^(appos|nmod|conj|obl)/.test(this.#relation(noun));
    head[verb] = head[noun] as number;
    deprel[verb] = isNominal ? this.#deprel("acl:relcl") : (deprel[noun] as number);
    head[noun] = verb;
    deprel[noun] = this.#deprel("obj");
  }

  // "condemned the airstrike [carried out by Chad]": what is done by somebody is no deed of the airstrike's.
  #lowerParticiple(to: number, verb: number): void {
    const { head, deprel, xpos, xposNames } = this.#trees;
    const main = head[verb] as number;
    if (!/^[cx]comp$/.test(this.#relation(verb)) || main < 0 || main >= verb) return;
    if (!/^VB[DN]$/.test(xposNames[xpos[verb] as number] as string)) return;
    let noun = -1;
    let isDoneBy = false;
    for (let i = main + 1; i < to; i++) {
      const relation = this.#relation(i);
      if (head[i] === verb && /^(aux|mark|nsubj:pass|obj)/.test(relation)) return;
      if (head[i] === verb && relation === "obl:agent") isDoneBy = true;
      const isThing = (head[i] === verb && relation === "nsubj") || (head[i] === main && relation === "obj");
      if (i < verb && isThing) noun = i;
    }
    if (!isDoneBy || noun < 0) return;
    head[noun] = main;
    deprel[noun] = this.#deprel("obj");
    head[verb] = noun;
    deprel[verb] = this.#deprel("acl");
    xpos[verb] = xposNames.indexOf("VBN");
  }

  // "said that the plan is a step and [urged] Chad to act": whoever said it urged, for what is said is told in the present.
  #raiseConjunct(from: number, to: number, verb: number): void {
    const { head } = this.#trees;
    const said = head[verb] as number;
    const report = said < 0 ? ROOT : (head[said] as number);
    if (this.#relation(verb) !== "conj" || report < 0 || report > said || this.#relation(said) !== "ccomp")
      return;
    if (this.#tag(verb) !== "VBD" || this.#tag(report) !== "VBD") return;
    let isPresent = /^VB[ZP]$/.test(this.#tag(said));
    for (let i = from; i < to; i++) {
      if (head[i] === verb && this.#relation(i).startsWith("nsubj")) return;
      isPresent ||=
        head[i] === said &&
        i < verb &&
        /^(VB[ZP]|MD)$/.test(this.#tag(i)) &&
        /^(aux|cop)/.test(this.#relation(i));
    }
    if (isPresent) head[verb] = report;
  }

  // "described their work to train teachers and [urge] pupils": without "to" or a modal of its own, the fellow of an infinitive.
  #returnInfinitive(from: number, verb: number): void {
    const { head } = this.#trees;
    const main = head[verb] as number;
    if (this.#relation(verb) !== "conj" || this.#tag(verb) !== "VB" || main < from || main > verb) return;
    if (!/^VB[DZ]$/.test(this.#tag(main))) return;
    let infinitive = -1;
    for (let i = from; i < verb; i++) {
      if (i < main && head[i] === main && /^(MD|VBD|VBZ|VBP)$/.test(this.#tag(i))) return;
      if (head[i] === verb && /^(aux|mark|nsubj)/.test(this.#relation(i))) return;
      const isOpened = this.#tag(i) === "TO" && i > main && this.#tag(head[i] as number) === "VB";
      if (isOpened && (head[i] as number) < verb) infinitive = head[i] as number;
    }
    if (infinitive >= 0 && !isUnder(infinitive, verb, head)) head[verb] = infinitive;
  }

  // "will return along [with his team to hold talks]": whoever comes along is no subject of the purpose.
  #freeCompanion(to: number, mark: number): void {
    const { head, deprel, words } = this.#trees;
    const purpose = head[mark] as number;
    if (this.#relation(mark) !== "mark" || (words[mark] as string).toLowerCase() !== "with") return;
    if (purpose < mark || !this.#relation(purpose).startsWith("advcl")) return;
    if (mark === 0 || !/^(along|together)$/i.test(words[mark - 1] as string)) return;
    let companion = -1;
    let isInfinitive = false;
    for (let i = mark + 1; i < Math.min(purpose, to); i++) {
      if (head[i] !== purpose) continue;
      if (this.#relation(i) === "nsubj") companion = i;
      isInfinitive ||= this.#tag(i) === "TO";
    }
    if (companion < 0 || !isInfinitive) return;
    head[companion] = head[purpose] as number;
    deprel[companion] = this.#deprel("obl");
    head[mark] = companion;
    deprel[mark] = this.#deprel("case");
    if (head[mark - 1] === purpose) head[mark - 1] = companion;
  }

  #tag(token: number): string {
    return this.#trees.xposNames[this.#trees.xpos[token] as number] as string;
  }

  // "Guards tortured prisoners": an attribute with a name before it, both of them said of the root.
  #participleBehindName(from: number, root: number): number {
    const { head, xpos, xposNames } = this.#trees;
    for (let i = from + 1; i < root; i++) {
      if (xposNames[xpos[i] as number] !== "VBN" || head[i] !== root || this.#relation(i) !== "amod")
        continue;
      if (xposNames[xpos[i - 1] as number] === "HYPH") continue; // "state-owned"
      if (this.#subjectBefore(from, i, root) >= 0) return i;
    }
    return -1;
  }

  // "Prison guards [tortured] activists": right behind the root, and before a noun that nothing else opens.
  #participleBehindRoot(root: number, to: number): number {
    const { head } = this.#trees;
    for (let i = root + 1; i < to; i++) {
      const noun = head[i] as number;
      const isAttribute = noun > i && head[noun] === root && this.#relation(i) === "amod";
      if (isAttribute && /^VB[DN]$/.test(this.#tag(i))) return this.#isOpened(noun, to) ? -1 : i;
      const isOfTime = /^(IN|NNPS?)$/.test(this.#tag(i)) && /^(case|nmod|obl)/.test(this.#relation(i));
      if (!isOfTime) return -1;
    }
    return -1;
  }

  #isOpened(noun: number, to: number): boolean {
    const { head } = this.#trees;
    if (!/^(appos|nmod)/.test(this.#relation(noun))) return true;
    for (let i = 0; i < to; i++)
      if (head[i] === noun && i < noun && /^(case|det|cc|punct|nmod:poss)/.test(this.#relation(i)))
        return true;
    return false;
  }

  /** The last name before a verb that hangs on the root or on the verb; -1 where there is none. */
  #subjectBefore(from: number, verb: number, root: number): number {
    const { head } = this.#trees;
    for (let i = verb - 1; i >= from; i--) {
      if (this.#isName(i) && (head[i] === root || head[i] === verb)) return i;
    }
    return -1;
  }

  // [Colombia severed] ties with Israel: the root is the verb's object.
  #raiseBefore(from: number, to: number, verb: number, root: number): void {
    const { head, deprel } = this.#trees;
    const subject = this.#subjectBefore(from, verb, root);
    if (subject < 0) return;
    this.#swap(verb, root, "obj");
    for (let i = from; i < to; i++) {
      if (head[i] !== root || i === subject) continue;
      if (i < subject && this.#relation(i) !== "punct") head[i] = subject;
      else if (i < verb || this.#relation(i) === "punct") head[i] = verb;
    }
    head[subject] = verb;
    deprel[subject] = this.#deprel("nsubj");
  }

  // Hungary [opposed Ukraine's accession]: the root is the verb's subject, and what follows belongs to the verb.
  #raiseAfter(from: number, to: number, verb: number, root: number): void {
    const { head, deprel } = this.#trees;
    for (let i = from; i < to; i++) {
      // A subject, or a "which", of its own: it is a relative clause indeed.
      if (head[i] === verb && /^(nsubj|csubj|mark|expl|obj)/.test(this.#relation(i))) return;
    }
    this.#swap(verb, root, "nsubj");
    for (let i = verb + 1; i < to; i++) {
      if (head[i] !== root) continue;
      head[i] = verb;
      if (/^(nmod|appos)/.test(this.#relation(i)))
        deprel[i] = this.#deprel(this.#hasCase(i, to) ? "obl" : "obj");
    }
  }

  // Guards [tortured activists]: the noun behind the verb is its object, and what follows belongs to the verb.
  #raiseBetween(from: number, to: number, verb: number, root: number): void {
    const { head, deprel } = this.#trees;
    const object = head[verb] as number;
    this.#swap(verb, root, "nsubj");
    head[object] = verb;
    deprel[object] = this.#deprel("obj");
    for (let i = from; i < to; i++) {
      if (head[i] !== root) continue;
      if (this.#relation(i) === "punct" || (i > verb && this.#hasCase(i, to))) head[i] = verb;
      else if (i > verb) head[i] = object;
    }
  }

  #swap(verb: number, root: number, relation: string): void {
    const { head, deprel } = this.#trees;
    head[verb] = ROOT;
    deprel[verb] = deprel[root] as number;
    head[root] = verb;
    deprel[root] = this.#deprel(relation);
  }

  #hasCase(noun: number, to: number): boolean {
    const { head } = this.#trees;
    for (let i = 0; i < to; i++)
      if (head[i] === noun && i < noun && this.#relation(i) === "case") return true;
    return false;
  }

  #relation(token: number): string {
    return this.#trees.deprelNames[this.#trees.deprel[token] as number] as string;
  }

  #isName(token: number): boolean {
    return this.#names.has(this.#trees.xpos[token] as number);
  }
}
