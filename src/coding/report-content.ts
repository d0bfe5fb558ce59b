import { gathered } from "../document/gathered.ts";
import { coveringSpan, type Span } from "../document/span.ts";
import type { Token } from "../language/parsed-document.ts";
import type { DocumentMentions } from "../mentions/mention.ts";
import { isTimeWord, subtreeSpan } from "./attribution.ts";
import { clauseOf, hasInfinitiveMark, isClausal } from "./clauses.ts";
import type { Cue } from "./entries.ts";
import type { Match } from "./match.ts";
import { patients } from "./objects.ts";
import { obliques } from "./phrases.ts";

/** What is said: its words, and the heads of the clauses or phrases they are. */
export interface ReportContent {
  readonly span: Span;
  readonly heads: readonly Token[];
}

/** What a cue's grammar says is its content: the places its entry names, or the clause that it interrupts or follows. */
export function contentOfCue(cue: Cue, match: Match): ReportContent | undefined {
  const { head } = match;
  const heads = [...new Set(gathered(cue.content, (place) => contentIn(place, match)))];
  // "accused Somalia": where nothing but the object is there, it is what is said.
  if (heads.some((content) => content.relation !== "parataxis")) return ofHeads(heads, head);
  const around = surroundingClause(head);
  return around ?? (heads.length > 0 ? ofHeads(heads, head) : undefined);
}

function ofHeads(heads: readonly Token[], cue: Token): ReportContent | undefined {
  const spans = heads.map((content) => withMarks(content, cue));
  const span = spans.reduce<Span | undefined>(
    (all, one) => (all === undefined ? one : coveringSpan(all, one)),
    undefined,
  );
  return span === undefined ? undefined : { span, heads };
}

// A phrase with its preposition, without the cue where a tree hangs it below.
function withMarks(content: Token, cue: Token): Span {
  return subtreeSpan(content, [cue, ...contrasts(content)]);
}

/** Clauses that set something else against what is said: "hope that it will pass, [while miners fear it]". */
export function contrasts(content: Token): Token[] {
  return content.children.flatMap((child) => {
    const mark = child.relation === "advcl" ? child.dependent("mark")?.lowerText : undefined;
    if (mark === "while" || mark === "whereas" || mark === "although") return [child];
    return child.relation === "conj" || child.relation === "obj" ? contrasts(child) : [];
  });
}

/** The heads of what stands in one place of a cue's content: see `entries.ts` for the places. */
export function contentIn(place: string, match: Match): Token[] {
  const { head, fixedNoun } = match;
  const places = fixedNoun === undefined ? [head] : [head, fixedNoun];
  const children = gathered(places, (at) => at.children).filter((child) => !match.fixed.includes(child));
  switch (place) {
    case "clause":
      return [
        ...children.filter((child) => isFiniteContent(child, head)),
        ...patients(head).flatMap((thing) => saidOf(thing, head)),
      ];
    case "infinitive":
      return children.filter((child) => isInfinitive(child) && child.index > head.index);
    case "complement":
      return [
        ...patients(head),
        ...children.filter(({ relation }) => relation === "xcomp" || relation === "advcl"),
      ].filter(({ index }) => index > head.index);
    case "object":
      return objectsOf(match);
    default:
      return [
        ...gathered(places, (at) => obliques(at, place)),
        ...children.filter((child) => isGerund(child, place)),
      ].filter(({ index }) => index > head.index);
  }
}

function objectsOf(match: Match): Token[] {
  const { head, fixedNoun, trigger } = match;
  const { opens } = trigger.pattern;
  if (opens !== undefined) {
    return [head, ...(fixedNoun === undefined ? [] : [fixedNoun])].flatMap((at) => obliques(at, opens));
  }
  if (fixedNoun !== undefined) return [fixedNoun];
  return patients(head).filter((object) => object.index > head.index);
}

// "told his colleague [that they had met]", "says [no date set]": what a tree hangs on the object.
function saidOf(thing: Token, cue: Token): Token[] {
  const clauses = thing.dependents("acl").filter(({ index }) => index > thing.index);
  if (thing.index < cue.index) return [];
  const that = clauses.filter((clause) => clause.dependent("mark")?.lowerText === "that");
  if (that.length > 0) return that;
  return thing.dependent("det")?.lowerText !== "the" && clauses.some(({ xpos }) => xpos === "VBN")
    ? [thing]
    : [];
}

// "said that they met", "said: they met", "told them they had met".
function isFiniteContent(child: Token, cue: Token): boolean {
  // Not "they met, Wang said, adding …": a participle goes with the cue.
  if (child.xpos === "VBG" && child.dependent("aux", "nsubj") === undefined && child.relation !== "acl")
    return false;
  if (child.relation === "ccomp") return !hasInfinitiveMark(child) || child.dependent("nsubj") !== undefined;
  if (child.relation === "parataxis") return child.index > cue.index && isClausal(child);
  if (child.relation === "acl" || child.relation === "advcl") {
    return child.dependent("mark")?.lowerText === "that" && child.index > cue.index;
  }
  // "asked whether …" and other clauses that a tree takes for open complements.
  return (
    child.relation === "xcomp" && child.dependent("nsubj", "cop") !== undefined && !hasInfinitiveMark(child)
  );
}

function isInfinitive(child: Token): boolean {
  return (
    ["xcomp", "ccomp", "advcl", "acl"].includes(child.relation) &&
    (hasInfinitiveMark(child) || child.xpos === "VBG")
  );
}

// "for sending the message", "of moving troops"
function isGerund(child: Token, preposition: string): boolean {
  return child.children.some((mark) => mark.relation === "mark" && mark.lowerText === preposition);
}

// "They met, he said": the clause that the cue's interrupts or follows; "As he said, they met" too.
function surroundingClause(cue: Token): ReportContent | undefined {
  const { head } = cue;
  if (head === null) return undefined;
  const isAs = cue.relation === "advcl" && cue.dependent("mark")?.lowerText === "as";
  if (cue.relation !== "parataxis" && !isAs) return undefined;
  return { span: subtreeSpan(head, [cue]), heads: [head] };
}

/** "They met, according to him": the clause it goes with; set off at the end or beginning, the whole sentence. */
export function contentOfPhrase(source: Token): ReportContent | undefined {
  const { head } = source;
  if (head === null) return undefined;
  const { tokens, root } = source.sentence;
  const [start, end] = subtreeSpan(source);
  const isFirst = start === (tokens[0] as Token).span[0];
  const isLast = tokens.filter(({ upos }) => upos !== "PUNCT").every(({ span }) => span[1] <= end);
  const clause = isFirst || isLast ? root : clauseOf(head);
  const span = subtreeSpan(clause, [source]);
  // A source inside the words it is told of leaves them as they are.
  if (isLast && span[1] > start) return { span: [span[0], start], heads: [clause] };
  return { span, heads: [clause] };
}

/**
 * What is said, by the order of words alone, where the tree tells nothing: "The ceasefire, the president said, holds" and ", said the
 * minister" at the end of a sentence.
 */
export function contentByOrder(
  cue: Token,
  sources: readonly Token[],
  mentions: DocumentMentions,
): ReportContent | undefined {
  const { tokens } = cue.sentence;
  const first = tokens[0] as Token;
  if (!/^VB[DPZ]$/.test(cue.xpos) || hasThing(cue, mentions)) return undefined;
  let [from, to] = coreOf(cue, sources);
  while (to + 1 < first.index + tokens.length && isTail(tokens[to + 1 - first.index] as Token, cue, mentions))
    to++;
  const before = tokens[from - 1 - first.index];
  const after = tokens[to + 1 - first.index];
  if (before === undefined || !/^[,"”–—]$/.test(before.text)) return undefined;
  const words = tokens.filter(({ upos }) => upos !== "PUNCT");
  const earlier = words.filter(({ index }) => index < from);
  const later =
    after !== undefined && /^[,"“–—]$/.test(after.text) ? words.filter(({ index }) => index > to) : [];
  const said = [...earlier, ...later];
  if (earlier.length < SHORTEST) return undefined;
  return {
    span: said.map(({ span }) => span).reduce(coveringSpan),
    heads: earlier.filter(isClausal).slice(0, 1),
  };
}

/** Fewer words before a comma are no statement: "On Monday, he said". */
const SHORTEST = 4;

// "maintains stability": what has a thing for an object says nothing; whoever is told something is none.
function hasThing(cue: Token, mentions: DocumentMentions): boolean {
  return cue
    .dependents("obj")
    .some(({ index, upos }) => upos === "NOUN" && mentions.actorAt(index) === undefined);
}

// From the first word of the speaker or the cue to the last.
function coreOf(cue: Token, sources: readonly Token[]): [number, number] {
  let [from, to] = [cue.index, cue.index];
  for (const source of sources) {
    const [start, end] = subtreeSpan(source);
    const inside = cue.sentence.tokens.filter(({ span }) => span[0] >= start && span[1] <= end);
    from = Math.min(from, inside[0]?.index ?? from);
    to = Math.max(to, inside.at(-1)?.index ?? to);
  }
  return [from, to];
}

// "on Tuesday", "reporters", "in a statement": what goes with the cue.
function isTail(token: Token, cue: Token, mentions: DocumentMentions): boolean {
  if (token.upos === "PUNCT") return false;
  if (isTimeWord(token, mentions)) return true;
  for (let at: Token | null = token; at !== null; at = at.head) {
    if (at.head === cue) return ["obl", "obj", "iobj", "advmod"].includes(at.relation);
  }
  return false;
}
