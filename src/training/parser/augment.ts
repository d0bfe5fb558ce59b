import { ROOT } from "../../language/parsed-document.ts";
import type { TrainingTrees } from "../../language/parser/dependency-parser.ts";
import type { SeededRandom } from "../random.ts";

/** A sentence in the making; heads count within it. */
interface MadeSentence {
  readonly forms: readonly string[];
  readonly tag: readonly number[];
  readonly head: readonly number[];
  readonly deprel: readonly number[];
}

/** New sentences of each kind, as a share of the treebank's sentences. */
const CLAUSE_SHARE = 0.15;
const REPORT_SHARE = 0.04;
/** How often a determiner or modifier is left out of a shortened clause. */
const DROP_MODIFIER = 0.4;

const COMMON_FORMS = 120;

const PHRASE_RELATIONS = ["compound", "flat", "nmod:poss", "case", "det", "amod", "nummod"];
const OPTIONAL_RELATIONS = ["det", "amod", "nummod", "nmod:poss"];
const NOT_FINITE = ["aux", "aux:pass", "cop", "mark", "expl"];
const CLAUSE_RELATIONS = ["root", "ccomp", "conj", "parataxis", "advcl"];

/**
 * The trees with more of what wire news is full of and treebanks are short of, made from the trees themselves:
 * bare clauses ("Guards tortured prisoners.") and reports that come last ("..., Wang said on Monday.").
 */
export function withNewsSentences(
  trees: TrainingTrees,
  deprels: readonly string[],
  random: SeededRandom,
): TrainingTrees {
  const views = Array.from(
    { length: trees.sentenceStart.length - 1 },
    (_, s) => new TreeView(trees, deprels, s),
  );
  const common = commonForms(trees.forms);
  const clauses = views.flatMap((view) => bareClauses(view, common, random));
  random.shuffle(clauses);
  const reports = finalReports(views, Math.round(views.length * REPORT_SHARE), random);
  return joined(trees, [...clauses.slice(0, Math.round(views.length * CLAUSE_SHARE)), ...reports]);
}

/** The pronouns and other most frequent forms, in small letters: treebanks have enough clauses about them. */
function commonForms(forms: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form.toLowerCase(), (counts.get(form.toLowerCase()) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Set(sorted.slice(0, COMMON_FORMS).map(([form]) => form));
}

/** One sentence of the treebank, its indexes counted within it. */
class TreeView {
  readonly length: number;
  readonly #trees: TrainingTrees;
  readonly #deprels: readonly string[];
  readonly #start: number;
  readonly #children: number[][];

  constructor(trees: TrainingTrees, deprels: readonly string[], sentence: number) {
    this.#trees = trees;
    this.#deprels = deprels;
    this.#start = trees.sentenceStart[sentence] as number;
    this.length = (trees.sentenceStart[sentence + 1] as number) - this.#start;
    this.#children = Array.from({ length: this.length }, () => []);
    for (let i = 0; i < this.length; i++)
      if (this.head(i) >= 0) (this.#children[this.head(i)] as number[]).push(i);
  }

  form(token: number): string {
    return this.#trees.forms[this.#start + token] as string;
  }

  head(token: number): number {
    const head = this.#trees.head[this.#start + token] as number;
    return head === ROOT ? ROOT : head - this.#start;
  }

  relation(token: number): string {
    return this.#deprels[this.#trees.deprel[this.#start + token] as number] as string;
  }

  children(token: number): readonly number[] {
    return this.#children[token] as number[];
  }

  child(token: number, relation: string): number | undefined {
    return this.children(token).find((c) => this.relation(c) === relation);
  }

  get root(): number {
    for (let i = 0; i < this.length; i++) if (this.head(i) === ROOT) return i;
    throw new Error("a sentence without a root");
  }

  get endsWithStop(): boolean {
    return this.length > 1 && this.form(this.length - 1) === "." && this.head(this.length - 1) === this.root;
  }

  /** Whether all tokens of a range hang on one of them but for that one. */
  isClosed(from: number, to: number, top: number): boolean {
    for (let i = from; i < to; i++)
      if (i !== top && !(this.head(i) >= from && this.head(i) < to)) return false;
    return true;
  }

  /** The tokens as a sentence: `top` is its root, and the head of those whose own head is not among them. */
  sentenceOf(tokens: readonly number[], top: number): MadeSentence {
    const places = new Map(tokens.map((token, place) => [token, place]));
    return {
      forms: tokens.map((token) => this.form(token)),
      tag: tokens.map((token) => this.#trees.tag[this.#start + token] as number),
      head: tokens.map((token) =>
        token === top ? ROOT : (places.get(this.head(token)) ?? (places.get(top) as number)),
      ),
      deprel: tokens.map((token) =>
        token === top ? this.#deprels.indexOf("root") : (this.#trees.deprel[this.#start + token] as number),
      ),
    };
  }
}

/** Subject, finite verb, object and one oblique of each clause, without most of what hangs on them. */
function bareClauses(view: TreeView, common: ReadonlySet<string>, random: SeededRandom): MadeSentence[] {
  if (!view.endsWithStop) return [];
  const made: MadeSentence[] = [];
  for (let verb = 0; verb < view.length; verb++) {
    const subject = view.child(verb, "nsubj");
    const object = view.child(verb, "obj");
    const oblique = view.children(verb).find((c) => c > verb && view.relation(c) === "obl");
    const complement = object ?? oblique;
    if (subject === undefined || complement === undefined || subject > verb || complement < verb) continue;
    if (!CLAUSE_RELATIONS.includes(view.relation(verb)) || common.has(view.form(subject).toLowerCase()))
      continue;
    if (view.children(verb).some((c) => NOT_FINITE.includes(view.relation(c)))) continue;
    const tokens = [verb, ...phrase(view, subject, random), ...phrase(view, complement, random)];
    const particle = view.child(verb, "compound:prt");
    if (particle !== undefined) tokens.push(particle);
    if (object !== undefined && oblique !== undefined && random.next() < 0.5)
      tokens.push(...phrase(view, oblique, random));
    const sentence = view.sentenceOf(
      tokens.sort((a, b) => a - b),
      verb,
    );
    made.push(withStop(view, capitalised(sentence)));
  }
  return made;
}

/** A token with the words of its phrase; some modifiers are left out, cases never. */
function phrase(view: TreeView, top: number, random: SeededRandom): number[] {
  const parts = view.children(top).filter((child) => {
    const relation = view.relation(child);
    return (
      PHRASE_RELATIONS.includes(relation) &&
      !(OPTIONAL_RELATIONS.includes(relation) && random.next() < DROP_MODIFIER)
    );
  });
  return [top, ...parts.flatMap((part) => phrase(view, part, random))];
}

function capitalised(sentence: MadeSentence): MadeSentence {
  const first = sentence.forms[0] as string;
  return { ...sentence, forms: [first.charAt(0).toUpperCase() + first.slice(1), ...sentence.forms.slice(1)] };
}

/** The sentence with the full stop of the sentence it was made from. */
function withStop(view: TreeView, sentence: MadeSentence): MadeSentence {
  const stop = view.sentenceOf([view.length - 1], view.length - 1);
  const punct = view.child(view.root, "punct") as number;
  const relation = view.sentenceOf(
    [view.root, punct].sort((a, b) => a - b),
    view.root,
  );
  return {
    forms: [...sentence.forms, ...stop.forms],
    tag: [...sentence.tag, ...stop.tag],
    head: [...sentence.head, sentence.head.indexOf(ROOT)],
    deprel: [...sentence.deprel, relation.deprel[punct < view.root ? 0 : 1] as number],
  };
}

/** A comma and what follows it to the end: ", Wang said on Monday." */
interface Report {
  readonly tail: MadeSentence;
  /** Relation of what was said to the verb of saying. */
  readonly said: number;
}

/** Sentences to which reports from other sentences were added. */
function finalReports(views: readonly TreeView[], count: number, random: SeededRandom): MadeSentence[] {
  const reports = views.flatMap(reportOf);
  const plain = views.filter(
    (view) => view.endsWithStop && view.length < 30 && view.child(view.root, "nsubj") !== undefined,
  );
  if (reports.length === 0 || plain.length === 0) return [];
  return Array.from({ length: count }, () => {
    const view = plain[random.below(plain.length)] as TreeView;
    const { tail, said } = reports[random.below(reports.length)] as Report;
    const body = view.sentenceOf(
      Array.from({ length: view.length - 1 }, (_, i) => i),
      view.root,
    );
    const shift = body.forms.length;
    const verb = shift + tail.head.indexOf(ROOT);
    return {
      forms: [...body.forms, ...tail.forms],
      tag: [...body.tag, ...tail.tag],
      head: [
        ...body.head.map((head) => (head === ROOT ? verb : head)),
        ...tail.head.map((head) => (head === ROOT ? ROOT : head + shift)),
      ],
      deprel: [
        ...body.deprel.map((relation, i) => (body.head[i] === ROOT ? said : relation)),
        ...tail.deprel,
      ],
    };
  });
}

const LONGEST_REPORT = 12;

function reportOf(view: TreeView): Report[] {
  const { root } = view;
  const said = view.child(root, "ccomp");
  const subject = view.child(root, "nsubj");
  if (said === undefined || subject === undefined || said > root || !view.endsWithStop) return [];
  let comma = Math.min(root, subject);
  while (comma > said && view.form(comma) !== ",") comma--;
  if (comma <= said || view.length - comma > LONGEST_REPORT || !view.isClosed(comma + 1, view.length, root))
    return [];
  const tail = Array.from({ length: view.length - comma }, (_, i) => comma + i);
  const ownWords = view.sentenceOf([said, ...tail], root);
  return [{ tail: view.sentenceOf(tail, root), said: ownWords.deprel[0] as number }];
}

function joined(trees: TrainingTrees, more: readonly MadeSentence[]): TrainingTrees {
  const starts = [...trees.sentenceStart];
  const heads: number[] = [];
  for (const sentence of more) {
    const start = starts[starts.length - 1] as number;
    for (const head of sentence.head) heads.push(head === ROOT ? ROOT : start + head);
    starts.push(start + sentence.forms.length);
  }
  return {
    forms: [...trees.forms, ...more.flatMap(({ forms }) => forms)],
    tag: Uint8Array.from([...trees.tag, ...more.flatMap(({ tag }) => tag)]),
    head: Int32Array.from([...trees.head, ...heads]),
    deprel: Uint16Array.from([...trees.deprel, ...more.flatMap(({ deprel }) => deprel)]),
    sentenceStart: Uint32Array.from(starts),
  };
}
