import type { ParsedDocument, Token } from "../language/parsed-document.ts";
import type { DocumentMentions, Mention } from "../mentions/mention.ts";
import { isReporter, members } from "./coordination.ts";
import { caseOf } from "./phrases.ts";

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
  let kind: Link["kind"] = "next";
  let isList = false;
  for (let last = mentions.actorAt(token.index); last !== undefined && kind !== "last"; ) {
    const link = listLink(token, last.tokens[1]);
    const next: Mention | undefined = link && memberAt(token, link.end, byStart);
    if (link === undefined || next === undefined || next === last) break;
    const head = token.document.token(next.head);
    if (!LISTED_RELATIONS.has(head.deprel) || isSubjectElsewhere(head, token)) break;
    if (isReporter(head, token) || opensClause(next, token)) return [];
    listed.push(head);
    kind = link.kind;
    isList ||= kind !== "next";
    last = next;
  }
  return isList ? listed : [];
}

/**
 * Whoever stands before a subject in the list that opens its sentence, where the tree has only the last of it for a subject: "Canada,
 * Mexico, and the United States condemn". Before any other word of a name, whoever the tree has for an attribute of it: "the [Secretary]
 * and Ambassador Ruiz", "[Libyan] and foreign officials".
 */
export function listedBefore(
  token: Token,
  mentions: DocumentMentions,
  byStart: ReadonlyMap<number, Mention>,
): Token[] {
  const own = mentions.actorAt(token.index);
  if (own === undefined) return [];
  const attribute = attributeBefore(token, own, mentions);
  if (attribute !== undefined) return [attribute];
  const opening =
    token.relation === "nsubj" ? memberAt(token, token.sentence.tokens[0]?.index ?? 0, byStart) : undefined;
  if (opening === undefined || opening === own) return [];
  const listed: Token[] = [];
  let kind: Link["kind"] = "next";
  for (let mention = opening; mention !== own; ) {
    listed.push(token.document.token(mention.head));
    const link: Link | undefined = kind === "last" ? undefined : listLink(token, mention.tokens[1]);
    const next: Mention | undefined = link && memberAt(token, link.end, byStart);
    if (link === undefined || next === undefined || next.tokens[0] > own.tokens[0]) return [];
    kind = link.kind;
    mention = next;
  }
  return kind === "next" ? [] : listed;
}

function attributeBefore(token: Token, own: Mention, mentions: DocumentMentions): Token | undefined {
  const [start, end] = own.tokens;
  for (const child of token.children) {
    if (!ATTRIBUTES.has(child.deprel) || child.index >= start) continue;
    const mention = mentions.actorAt(child.index);
    const link = mention === undefined || mention === own ? undefined : listLink(token, mention.tokens[1]);
    // "S&P analysts": one name.
    const isName = mention !== undefined && token.document.token(mention.tokens[1]).text === "&";
    if (link?.kind === "last" && !isName && link.end >= start - 1 && link.end < end) return child;
  }
  return undefined;
}

/** Relations of what stands before a noun. */
const ATTRIBUTES: ReadonlySet<string> = new Set(["compound", "amod", "nmod:desc", "nmod:poss"]);

/** The mention that begins at a token, or behind an article there. */
function memberAt(
  { document }: Token,
  at: number,
  byStart: ReadonlyMap<number, Mention>,
): Mention | undefined {
  const mention = byStart.get(at);
  if (mention !== undefined || at + 1 >= document.tokenCount || document.token(at).upos !== "DET")
    return mention;
  return byStart.get(at + 1);
}

/**
 * The people whom the tree hangs deeper in a phrase about other people than they belong: "met Prime Minister Andersson of Sweden and
 * President Niinistö of Finland", "met Lavrov, who arrived on Monday, and Kuleba". Not "envoys of unions and firms": both are people.
 */
export function fellowsOf(token: Token, mentions: DocumentMentions): Token[] {
  const kind = kindOfPeople(token, mentions);
  if (kind === undefined) return [];
  const fellows: Token[] = [];
  const look = (node: Token, depth: number) => {
    for (const child of node.children) {
      if (child.index < token.index || depth === DEEPEST) continue;
      if (child.deprel === "conj") {
        const isFellow = kindOfPeople(child, mentions) === kind && kindOfPeople(node, mentions) !== kind;
        if (node !== token && isFellow && (depth === 1 || hasCommaBefore(child))) fellows.push(child);
      } else if (INNER_RELATIONS.has(child.relation)) look(child, depth + 1);
    }
  };
  look(token, 0);
  return fellows;
}

const DEEPEST = 4;

const INNER_RELATIONS: ReadonlySet<string> = new Set(["nmod", "acl", "obl", "obj", "appos"]);

function kindOfPeople({ index }: Token, mentions: DocumentMentions): "person" | "group" | undefined {
  const kinds = mentions.actorAt(index)?.entities.map(({ kind }) => kind);
  if (kinds?.includes("person")) return "person";
  return kinds?.includes("group") ? "group" : undefined;
}

// ", and Dmytro Kuleba": behind a clause, a comma goes before the "and".
function hasCommaBefore(member: Token): boolean {
  return member.children.some(({ relation, text, index }) => {
    return relation === "punct" && text === "," && index < member.index;
  });
}

/** Whoever's name stands right behind a word that nobody is mentioned by: "tennis champion Ana Ruiz". */
export function namedBehind(token: Token, mentions: DocumentMentions): Token[] {
  if (mentions.actorAt(token.index) !== undefined || token.upos !== "NOUN") return [];
  return token.dependents("appos").filter((name) => {
    const mention = mentions.actorAt(name.index);
    return mention?.tokens[0] === token.index + 1 && kindOfPeople(name, mentions) === "person";
  });
}

/** Those named of a group: "partners, including Japan and Peru", "partners such as Japan". */
export function includedIn(token: Token, mentions: DocumentMentions): Token[] {
  if (mentions.actorAt(token.index)?.form !== "nominal") return [];
  return token
    .dependents("nmod")
    .filter((phrase) => /^(including|such as)$/.test(caseOf(phrase) ?? ""))
    .flatMap(members);
}

interface Link {
  /** Where the next member begins. */
  readonly end: number;
  /** Whether the next member is the last, or one that is added to a list of any length. */
  readonly kind: "next" | "last" | "added";
}

/** The words that lead from one member of a list to the next. */
const LINKS: ReadonlyMap<string, Link["kind"]> = new Map([
  [",", "next"],
  ["and", "last"],
  ["&", "last"],
  ["and also", "last"],
  ["and with", "last"],
  ["as well as", "added"],
  ["as well as with", "added"],
  ["along with", "added"],
  ["together with", "added"],
  ["alongside", "added"],
]);

const LINK_ENDS: ReadonlySet<string> = new Set(
  Array.from(LINKS.keys(), (link) => link.split(" ").at(-1) as string),
);

/** The link behind a member that ends at a token, and behind where it is from: ",", "of Peru, as well as". */
function listLink({ document, sentence }: Token, from: number): Link | undefined {
  const last = sentence.tokens.at(-1)?.index ?? from;
  const start = endOfOrigin(document, from, last);
  for (let end = Math.min(last, start + LONGEST_LINK); end > start; end--) {
    if (!LINK_ENDS.has(document.token(end - 1).lowerText)) continue;
    const words = Array.from({ length: end - start }, (_, i) => document.token(start + i).lowerText);
    const text = words.join(" ");
    const kind = LINKS.get(text) ?? LINKS.get(text.replace(/^, /, ""));
    if (kind !== undefined) return { end, kind };
  }
  return undefined;
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

const LONGEST_LINK = 5;
const LONGEST_ORIGIN = 7;

// "condemned the attack on Chad, Mali and Niger said": of the verb behind it, the list's last member is the subject, and no object before.
function opensClause(member: Mention, first: Token): boolean {
  const { document, index, relation } = first;
  const at = member.tokens[1];
  if (relation === "nsubj" || at >= document.tokenCount) return false;
  const verb = document.token(at);
  const hasTense = verb.upos === "AUX" || /^VB[DPZ]$/.test(verb.xpos);
  const clause = verb.upos === "AUX" && verb.head !== null ? verb.head : verb;
  return hasTense && clause.index > at - 1 && clause.dependents("nsubj").some((own) => own.index > index);
}

// "met Berg, and Ruiz left": no list.
function isSubjectElsewhere(head: Token, first: Token): boolean {
  return head.relation === "nsubj" && head.head !== first.head;
}
