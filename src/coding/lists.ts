import type { ParsedDocument, Token } from "../language/parsed-document.ts";
import type { DocumentMentions, Mention } from "../mentions/mention.ts";
import { isReporter } from "./grammar.ts";

/** Relations in which a later member of a list stands, rightly or by a misparse. */
const LISTED_RELATIONS: ReadonlySet<string> = new Set([
  "conj",
  "appos",
  "obj",
  "obl",
  "nmod",
  "nmod:desc",
  "list",
  "nsubj",
]);

/**
 * Whoever a list of actors goes on to behind its first member, wherever the tree hangs them: "met Berg, envoy to Chad, Ruiz and leaders of
 * the union". Nobody where no "and" ends the list, or where one of them is the subject of a clause of their own.
 *
 * @param byStart mentions by their first token
 */
export function listedWith(
  token: Token,
  mentions: DocumentMentions,
  byStart: ReadonlyMap<number, Mention>,
): Token[] {
  const listed: Token[] = [];
  let last = mentions.actorAt(token.index);
  let isClosed = false;
  while (last !== undefined && !isClosed) {
    const link = listLink(token, last.tokens[1]);
    const next = link && byStart.get(link.end);
    if (link === undefined || next === undefined || next === last) break;
    const head = token.document.token(next.head);
    if (!LISTED_RELATIONS.has(head.deprel) || isSubjectElsewhere(head, token)) return [];
    listed.push(head);
    isClosed = link.isClosing;
    last = next;
    if (isReporter(head, token)) return [];
  }
  return isClosed ? listed : [];
}

/**
 * Whoever stands before a subject in the list that opens its sentence, where the tree has only the last of it for a subject: "Canada,
 * Mexico, and the United States condemn".
 */
export function listedBefore(
  token: Token,
  mentions: DocumentMentions,
  byStart: ReadonlyMap<number, Mention>,
): Token[] {
  const own = mentions.actorAt(token.index);
  if (own === undefined || token.relation !== "nsubj") return [];
  const opening = byStart.get(firstName(token));
  if (opening === undefined || opening === own) return [];
  const listed: Token[] = [];
  let isClosed = false;
  for (let mention = opening; mention !== own; ) {
    listed.push(token.document.token(mention.head));
    const link: ReturnType<typeof listLink> = isClosed ? undefined : listLink(token, mention.tokens[1]);
    const next = link && byStart.get(link.end);
    if (link === undefined || next === undefined || next.tokens[0] > own.tokens[0]) return [];
    isClosed = link.isClosing;
    mention = next;
  }
  return isClosed ? listed : [];
}

// The first word of the sentence, or the second behind its article.
function firstName({ sentence }: Token): number {
  const [first] = sentence.tokens;
  if (first === undefined) return 0;
  return first.upos === "DET" ? first.index + 1 : first.index;
}

/**
 * The words that lead from one member of a list to the next, from a token on: ",", ", and", "of Peru, as well as"; with "and" the list
 * ends.
 */
function listLink(
  { document, sentence }: Token,
  from: number,
): { readonly end: number; readonly isClosing: boolean } | undefined {
  const last = sentence.tokens.at(-1)?.index ?? from;
  const start = endOfOrigin(document, from, last);
  let end = start;
  let isClosing = false;
  for (; end < last && end < start + LONGEST_LINK; end++) {
    const text = document.token(end).text.toLowerCase();
    if (!/^(,|and|&|as|well|along|together|with)$/.test(text)) break;
    isClosing ||= /^(and|&|well|along|together)$/.test(text);
  }
  return end === start ? undefined : { end, isClosing };
}

// "Prime Minister Andersson [of Sweden] and", "President Tshisekedi of Congo [(DRC)],": where a name's origin and abbreviation end.
function endOfOrigin(document: ParsedDocument, from: number, last: number): number {
  let end = from;
  if (from < last && /^(of|from|for)$/.test(document.token(from).text)) {
    end++;
    while (
      end < last &&
      end <= from + LONGEST_ORIGIN &&
      /^(\p{Lu}|(the|of)$)/u.test(document.token(end).text)
    )
      end++;
    if (end === from + 1) return from;
  }
  const isShort = end + 2 < last && document.token(end).text === "(" && document.token(end + 2).text === ")";
  return isShort ? end + 3 : end;
}

const LONGEST_LINK = 4;
const LONGEST_ORIGIN = 7;

// "met Berg, and Ruiz left": no list.
function isSubjectElsewhere(head: Token, first: Token): boolean {
  return head.relation === "nsubj" && head.head !== first.head;
}
