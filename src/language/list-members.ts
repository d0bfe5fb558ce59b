import type { MendableTrees } from "./mendable-trees.ts";
import { ROOT } from "./parsed-document.ts";

/**
 * Hangs the members of a list on its first, where the tree has them elsewhere.
 *
 * Parsers are taught on short lists. In a long one ("met Ana Ruiz, envoy to Chad; Jan Berg, mayor of Bergen; and Lin Tao") they take a
 * later member for an apposition to the first, hang it on a name inside an earlier one, or have it beside the first as another object.
 */
export function gatherLists(trees: MendableTrees, sentenceStart: Uint32Array): void {
  const gatherer = new ListGatherer(trees);
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    gatherer.gather(sentenceStart[s] as number, sentenceStart[s + 1] as number);
  }
}

/** Prepositions that are said again before each member of a list: "with Oslo, with Rome, and with Paris". */
const REPEATED = /^(with|to|from|by|against|between)$/i;

class ListGatherer {
  readonly #trees: MendableTrees;
  readonly #conj: number;

  constructor(trees: MendableTrees) {
    this.#trees = trees;
    this.#conj = trees.deprelNames.indexOf("conj");
  }

  gather(from: number, to: number): void {
    if (this.#conj < 0) return;
    this.#gatherParted(from, to);
    for (let i = from; i < to; i++) {
      if (!this.#isNominal(i)) continue;
      this.#join(i, this.#objectBefore(from, i));
      this.#join(i, this.#likeWord(from, i));
      this.#join(i, this.#likePhrase(from, i));
      this.#join(i, this.#ownerBefore(from, i));
      this.#joinBetween(from, i);
    }
  }

  // "Ana Ruiz, envoy to Chad; Jan Berg, mayor of Bergen; and Lin Tao": semicolons part the members, whatever stands inside them.
  #gatherParted(from: number, to: number): void {
    const stops = this.#semicolons(from, to);
    const last = stops.at(-1);
    if (last === undefined || this.#tag(last + 1) !== "CC") return;
    const members = stops.map((stop, n) => this.#memberBehind(stop, stops[n + 1] ?? to, to));
    if (members.some((member) => member === undefined)) return;
    const first = this.#firstOf(stops[0] as number, members as number[]);
    if (first === undefined) return;
    for (const member of members) this.#join(member as number, first);
  }

  #semicolons(from: number, to: number): number[] {
    const found: number[] = [];
    for (let i = from; i + 1 < to; i++) if (this.#trees.words[i] === ";") found.push(i);
    return found;
  }

  /** The head of the phrase behind a semicolon; nothing where a clause stands there. */
  #memberBehind(stop: number, end: number, to: number): number | undefined {
    let member: number | undefined;
    for (let i = stop + 1; i < Math.min(end, to); i++) {
      const head = this.#trees.head[i] as number;
      if (head === ROOT || head >= end) return undefined;
      if (head > stop || /^(punct|cc)$/.test(this.#relation(i))) continue;
      if (!this.#isNominal(i)) return undefined;
      member ??= i;
    }
    return member;
  }

  /** The list's first member: the phrase before the first semicolon on which a later one hangs, and of it the name. */
  #firstOf(stop: number, members: readonly number[]): number | undefined {
    for (const member of members) {
      let node = this.#trees.head[member] as number;
      if (node >= stop) continue;
      if (!this.#isNominal(node)) return undefined;
      let first = node;
      while (/^(appos|conj|nmod|flat|list)/.test(this.#relation(node))) {
        const isNamed = !this.#relation(node).startsWith("nmod");
        node = this.#trees.head[node] as number;
        if (isNamed) first = node;
      }
      return this.#nameWithin(first, stop, members);
    }
    return undefined;
  }

  // "talks with Ana Ruiz, envoy; Jan Berg; and Lin Tao": names are no fellows of the talks.
  #nameWithin(first: number, stop: number, members: readonly number[]): number {
    const isName = (i: number) => this.#tag(i).startsWith("NNP");
    if (isName(first) || !members.some(isName)) return first;
    for (let i = first + 1; i < stop; i++) {
      if (this.#trees.head[i] === first && /^(nmod|obl)/.test(this.#relation(i)) && isName(i)) return i;
    }
    return first;
  }

  // "Harris convened leaders of unions and heads of firms": behind the verb, nobody is a fellow of its subject.
  #objectBefore(from: number, member: number): number | undefined {
    const { head } = this.#trees;
    if (this.#relation(member) !== "conj") return undefined;
    const subject = head[member] as number;
    const verb = subject === ROOT ? ROOT : (head[subject] as number);
    if (verb === ROOT || !this.#relation(subject).startsWith("nsubj") || verb < subject || verb > member)
      return undefined;
    for (let i = member - 1; i > verb && i > from; i--) {
      const isObject = /^(obj|obl|obl:agent)$/.test(this.#relation(i));
      if (head[i] === verb && isObject && this.#isNominal(i)) return i;
    }
    return undefined;
  }

  // "leaders engaged in protests in Chad and business leaders": the same word again is the fellow of the first.
  #likeWord(from: number, member: number): number | undefined {
    const { head } = this.#trees;
    if (this.#relation(member) !== "conj" || !/^NNS?$/.test(this.#tag(member))) return undefined;
    const word = this.#lower(member);
    let node = head[member] as number;
    if (this.#isBareAttribute(node)) return undefined;
    while (node >= from && node < member) {
      if (this.#lower(node) === word) return node;
      const isInside = this.#isNominal(node) || this.#relation(node).startsWith("acl");
      if (!isInside || !/^(conj|nmod|obl|obj|acl|appos)/.test(this.#relation(node))) return undefined;
      node = head[node] as number;
    }
    return undefined;
  }

  // "practices for [government] and business partners": an attribute of the noun to come.
  #isBareAttribute(node: number): boolean {
    return (
      this.#tag(node) === "NN" && this.#tag(node + 1) === "CC" && /^(IN|TO)$/.test(this.#tag(node - 1) ?? "")
    );
  }

  // "with Oslo, with Rome": the same preposition again behind a comma or an "and".
  #likePhrase(from: number, member: number): number | undefined {
    const preposition = this.#prepositionOf(from, member);
    if (preposition < 0 || !REPEATED.test(this.#trees.words[preposition] as string)) return undefined;
    if (!/^(nmod|obl|conj)/.test(this.#relation(member)) || !this.#isParted(from, preposition))
      return undefined;
    const parent = this.#trees.head[member] as number;
    if (parent >= member) return undefined;
    const isSame = (i: number) => {
      const other = i < preposition && this.#isNominal(i) ? this.#prepositionOf(from, i) : -1;
      return other >= 0 && this.#lower(other) === this.#lower(preposition);
    };
    if (this.#relation(member).startsWith("nmod") && isSame(parent)) return parent;
    for (let i = preposition - 1; i >= from; i--) {
      if (this.#trees.head[i] === parent && /^(nmod|obl)/.test(this.#relation(i)) && isSame(i)) return i;
    }
    return undefined;
  }

  // "Chad and Mali's governments": to the tree, two owners without a list.
  #ownerBefore(from: number, member: number): number | undefined {
    if (this.#relation(member) !== "nmod:poss") return undefined;
    for (let i = member - 1; i >= from; i--) {
      const isOwner = this.#relation(i) === "nmod:poss" && this.#trees.head[i] === this.#trees.head[member];
      if (isOwner && this.#isNominal(i))
        return this.#lower(this.#startOf(from, member) - 1) === "and" ? i : undefined;
    }
    return undefined;
  }

  // "informed by industry, [society], and academia": to the tree, one more phrase of the verb's between two members.
  #joinBetween(from: number, last: number): void {
    const { head } = this.#trees;
    const first = head[last] as number;
    if (this.#relation(last) !== "conj" || first >= last || first < from || !this.#isNominal(first)) return;
    for (let i = first + 1; i < last; i++) {
      if (head[i] !== head[first] || this.#relation(i) !== this.#relation(first) || !this.#isNominal(i))
        continue;
      if (this.#prepositionOf(from, i) < 0 && this.#trees.words[this.#startOf(from, i) - 1] === ",")
        this.#join(i, first);
    }
  }

  // Behind a comma or an "and", and "but also".
  #isParted(from: number, at: number): boolean {
    let i = at - 1;
    while (i > from && /^(also|then|and|but|or)$/.test(this.#lower(i))) i--;
    return i < at - 1 || this.#trees.words[i] === ",";
  }

  /** The first word of a phrase; the comma before it is none. */
  #startOf(from: number, node: number): number {
    for (let i = from; i < node; i++) {
      if (this.#trees.head[i] === node && !/^(punct|cc)$/.test(this.#relation(i))) return i;
    }
    return node;
  }

  #prepositionOf(from: number, noun: number): number {
    for (let i = noun - 1; i >= from; i--) {
      if (this.#trees.head[i] === noun && this.#relation(i) === "case") return i;
    }
    return -1;
  }

  #join(member: number, first: number | undefined): void {
    const { head, deprel } = this.#trees;
    if (first === undefined || member <= first) return;
    head[member] = first;
    deprel[member] = this.#conj;
  }

  #lower(token: number): string {
    return (this.#trees.words[token] as string).toLowerCase();
  }

  #relation(token: number): string {
    return this.#trees.deprelNames[this.#trees.deprel[token] as number] as string;
  }

  #tag(token: number): string {
    return this.#trees.xposNames[this.#trees.xpos[token] as number] as string;
  }

  #isNominal(token: number): boolean {
    return /^(NN|PRP$)/.test(this.#tag(token));
  }
}
