import type { Token } from "../language/parsed-document.ts";
import { applyOperator, type EventKind, type OperatorTable } from "../ontology/operators.ts";
import type { CodingLexicon, ModifierOperator } from "./coding-lexicon.ts";
import { matchesAt } from "./match.ts";
import { hasRequiredParties, type Meaning, oneSided, type Party } from "./meaning.ts";
import { operatorParties } from "./operator-parties.ts";
import type { Status } from "./records.ts";

/** A word beside a verb or noun that works as an operator: "will meet", "did not meet", "a planned meeting". */
export interface FoundModifier extends ModifierOperator {
  readonly word: Token;
}

/**
 * The modifiers of a verb or noun, in text order.
 *
 * @param speakers whoever reports the clause: a speaker's "must" is a demand, anybody's else only an opinion
 */
export function modifiersOf(
  token: Token,
  lexicon: CodingLexicon,
  speakers: readonly Party[],
): FoundModifier[] {
  const words = modifyingWords(token, lexicon);
  if (words.length === 0 || ignoresAuxiliaries(token, lexicon)) return [];
  const pair = pairedModifier(words, lexicon, token);
  const single = pair === undefined ? words : words.filter((word) => !pair.words.includes(word));
  const found = single.flatMap((word) => {
    const senses = lexicon.modifiers.get(word.lowerText) ?? lexicon.modifiers.get(word.lemma) ?? [];
    const spoken = speakers.length > 0 && senses.some(({ entry }) => entry.ofSpeaker);
    return senses.filter(({ entry }) => entry.ofSpeaker === spoken).map((sense) => ({ ...sense, word }));
  });
  const held = found.filter((modifier) => holds(modifier, token));
  return pair === undefined ? held : [...held, pair.modifier];
}

function holds({ when }: ModifierOperator, token: Token): boolean {
  return when === undefined || (when === "reported") === isReported(token);
}

// "will not lift the ban": two modifiers that together are a third, a refusal.
function pairedModifier(
  words: readonly Token[],
  lexicon: CodingLexicon,
  token: Token,
): { readonly modifier: FoundModifier; readonly words: readonly Token[] } | undefined {
  for (const first of words) {
    for (const second of words) {
      if (second.index <= first.index) continue;
      const key = `${first.lowerText} ${second.lowerText}`;
      const sense = lexicon.modifiers.get(key)?.find((modifier) => holds(modifier, token));
      if (sense !== undefined) return { modifier: { ...sense, word: second }, words: [first, second] };
    }
  }
  return undefined;
}

function modifyingWords(token: Token, lexicon: CodingLexicon): Token[] {
  const isNoun = token.upos === "NOUN" || token.upos === "PROPN";
  const places = isNoun ? ["amod", "det", "advmod"] : ["aux", "advmod"];
  const own = token.children.filter((child) => places.includes(child.relation) && !isConnective(child));
  own.push(...beTo(token), ...keptUp(token));
  // "will meet and sign": coordinated verbs share the auxiliary, unless a subject of their own begins anew.
  const first = sharedWith(token);
  if (first === token || ignoresAuxiliaries(first, lexicon)) return own;
  return [...own, ...keptUp(first), ...first.children.filter((child) => child.relation === "aux")];
}

// "is to meet the president": to the tree, a copula and a mark.
function beTo(verb: Token): Token[] {
  const [be, to] = [verb.dependent("cop"), verb.dependent("mark")];
  const isSo = verb.xpos === "VB" && be?.lemma === "be" && to?.lowerText === "to" && be.index < to.index;
  return isSo ? [be, to] : [];
}

// "Next, Norway congratulates Chad": at the head of a sentence and set off from it, it orders what is said.
function isConnective({ relation, index, sentence }: Token): boolean {
  const [first, second] = sentence.tokens;
  return relation === "advmod" && first?.index === index && second?.text === ",";
}

// "will remain engaged with Oslo": what is to stay so is to be so.
function keptUp({ relation, head }: Token): Token[] {
  const isKept = relation === "xcomp" && head !== null && /^(remain|stay|keep)$/.test(head.lemma);
  return isKept ? head.dependents("aux") : [];
}

// "will lead talks, advise them and work with Rome": parsers may hang each on the one before.
function sharedWith(token: Token): Token {
  if (token.relation !== "conj" || token.head === null) return token;
  if (token.dependent("nsubj", "aux") !== undefined) return token;
  return token.head.xpos === token.xpos ? sharedWith(token.head) : token.head;
}

function ignoresAuxiliaries(token: Token, lexicon: CodingLexicon): boolean {
  return matchesAt(token, lexicon.triggersOf.operator).some(
    ({ trigger: { sense } }) => sense.kind === "operator" && sense.entry.auxiliaries === "ignored",
  );
}

// "said it would send aid": the past of "will" in somebody's mouth.
function isReported(verb: Token): boolean {
  for (let node: Token | null = verb; node !== null; node = node.head) {
    if (node.relation === "ccomp" || node.dependent("parataxis") !== undefined) return true;
    if (!["conj", "xcomp", "advcl"].includes(node.relation)) return false;
  }
  return false;
}

/** What modifiers make of an event; nothing where one of them leaves no event. */
export function modified(
  meaning: Meaning,
  modifiers: readonly FoundModifier[],
  operators: OperatorTable,
  speakers: readonly Party[],
): Meaning | undefined {
  let current: Meaning | undefined = meaning;
  for (const modifier of negationsFirst(modifiers)) {
    if (current === undefined) break;
    current = modifier.entry.ofSpeaker
      ? spokenByOne(current, modifier, operators, speakers)
      : modifiedByOne(current, modifier, operators);
  }
  return current;
}

// "has no intention of sending troops": no threat is not made, troops are not sent.
function unthreatened({ kind, steps: [last, deed] }: Meaning, result: string): EventKind | undefined {
  const isAnnounced = last?.operator === "FUTURE" && kind.type === "THREATEN";
  return result === "negated" && isAnnounced ? deed?.kind : undefined;
}

// "would not be sent": whether it is at all comes before when.
function negationsFirst(modifiers: readonly FoundModifier[]): FoundModifier[] {
  const isNegation = ({ entry }: FoundModifier) => entry.operator === "NEGATE";
  return [...modifiers.filter(isNegation), ...modifiers.filter((modifier) => !isNegation(modifier))];
}

// "Oslo said that Rome must withdraw": Oslo asks Rome to. "Oslo said that Oslo must act" asks nobody.
function spokenByOne(
  meaning: Meaning,
  { word, entry, line }: FoundModifier,
  operators: OperatorTable,
  speakers: readonly Party[],
): Meaning | undefined {
  const operator = operators.get(entry.operator);
  const kind = operator === undefined ? "none" : applyOperator(operator, meaning.kind);
  if (operator === undefined || typeof kind === "string") return undefined;
  const made: Meaning = {
    ...meaning,
    ...operatorParties(operator.parties, speakers, [], meaning),
    kind,
    status: "occurred",
    steps: [
      { name: entry.name, line, operator: entry.operator, words: [word], form: "modifier", kind },
      ...meaning.steps,
    ],
    requires: ["actor", "recipient"],
  };
  return hasRequiredParties(made) ? made : undefined;
}

function modifiedByOne(
  meaning: Meaning,
  { word, entry, line }: FoundModifier,
  operators: OperatorTable,
): Meaning | undefined {
  const operator = operators.get(entry.operator);
  const made = operator === undefined ? "none" : applyOperator(operator, meaning.kind);
  // "will not attack" refuses nothing that was asked, but says that it will not be.
  const refused = made === "none" && entry.operator === "REFUSE" ? "negated" : made;
  // "will never attack" neither threatens nor promises: what is not to be is the same event, negated.
  const result = meaning.status === "negated" && refused !== "none" ? "same" : refused;
  if (result === "none") return undefined;
  const status: Status | undefined = result === "negated" ? "negated" : operator?.status;
  // "will not meet": once it is negated, it stays negated.
  const given: Pick<Meaning, "status"> =
    status !== undefined && meaning.status !== "negated" ? { status } : {};
  const kind = typeof result === "string" ? (unthreatened(meaning, result) ?? meaning.kind) : result;
  return {
    ...meaning,
    ...(typeof result === "string" ? {} : oneSided(meaning)),
    ...given,
    kind,
    steps: [
      { name: entry.name, line, operator: entry.operator, words: [word], form: "modifier", kind, ...given },
      ...meaning.steps,
    ],
  };
}
