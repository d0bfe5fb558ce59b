import { overlaps } from "../document/span.ts";
import type { Token } from "../language/parsed-document.ts";
import { quoteSpans } from "../mentions/quote-spans.ts";
import { subtreeSpan } from "./attribution.ts";
import { isClausal } from "./clauses.ts";
import type { CodingContext } from "./events.ts";
import type { CodedEvent } from "./records.ts";
import type { FoundReport } from "./reports.ts";
import { agents } from "./subjects.ts";

/**
 * Promises that a text tells without saying who says so: "Canada will send tents." Whoever is to do it is taken at the text's word. What
 * merely comes to pass ("the talks will fail") is none, nor what is coded as a threat or another event of its own.
 */
export function toldPledges(
  { parsed, mentions, lexicon, reports }: CodingContext,
  events: readonly CodedEvent[],
): FoundReport[] {
  const found: FoundReport[] = [];
  const quotes = quoteSpans(parsed);
  for (let i = 0; i < parsed.tokenCount; i++) {
    const auxiliary = parsed.token(i);
    const verb = auxiliary.head;
    if (auxiliary.relation !== "aux" || verb === null || quotes.isInside(i) || !isClausal(verb)) continue;
    const modifier = lexicon.speechModifiers
      .get(auxiliary.lowerText)
      ?.find(({ deedOf }) => deedOf === "own side");
    if (modifier === undefined || modifier.unless.has(verb.lemma) || /^would$/i.test(auxiliary.text))
      continue;
    if (!isMainClause(verb) || reports.some(({ content }) => overlaps(content, auxiliary.span))) continue;
    const sources = agents(verb);
    const entities = sources.flatMap(({ index }) => mentions.actorAt(index)?.entities ?? []);
    const content = subtreeSpan(verb);
    if (isOtherwiseCoded(verb, events)) continue;
    found.push({
      entities,
      sources,
      cueSpan: auxiliary.span,
      token: auxiliary,
      content,
      heads: [verb],
      isVoice: false,
    });
  }
  return found;
}

function isMainClause(verb: Token): boolean {
  return (
    verb.relation === "root" || (verb.relation === "conj" && verb.head !== null && isMainClause(verb.head))
  );
}

function isOtherwiseCoded(verb: Token, events: readonly CodedEvent[]): boolean {
  return events.some(
    ({ type, status, evidence }) =>
      overlaps(evidence.trigger, verb.span) && (type !== "AGREE" || status === "negated"),
  );
}
