import type { KnownActor, Role, RoleSense } from "./actor-lexicon.ts";
import { personNameEnd } from "./person-name.ts";
import { type Found, isCapitalised, type Reading, rangeText, TAG, textOf } from "./reading.ts";
import { extendRight, takeOfPhrase } from "./role-after.ts";
import { extendLeft } from "./role-before.ts";
import { type Draft, draftOf, lowerOf, sentenceStartOf } from "./role-draft.ts";

/** A person, group or body described by role, with or without a name: "Kazakh Foreign Minister Mukhtar Tleuberdi", "the Kazakh authorities". */
export interface RolePhrase {
  /** Token indexes, determiner and name included, phrases after the name not: `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Where the phrase ends with the role phrases that complete it: "spokesman for [the Iranian foreign ministry]". */
  readonly reach: number;
  /** Several where titles are coordinated: "Deputy Prime Minister and Foreign Minister". */
  readonly roles: readonly Role[];
  /** As written: "Deputy Prime Minister and Foreign Minister". */
  readonly roleText: string;
  readonly plural: boolean;
  /** "former", "late", "then": the role is past. */
  readonly former: boolean;
  /** The role's first noun's first token: "Secretary" in "the Secretary-General". */
  readonly roleOpening: number;
  /** The role's first noun's last token. */
  readonly roleToken: number;
  /** Token indexes of the name. */
  readonly name?: readonly [number, number];
  /** Countries and organisations that the words say it belongs to; several in "leaders of France and Italy". */
  readonly affiliations: readonly KnownActor[];
  /** Whether it opens with a possessor: "China's foreign minister". */
  readonly isPossessed: boolean;
  /** Whether a phrase behind it says where its people are: "our partners in Chad". */
  readonly isPlaced?: boolean;
  /** "the", "his", "a", "both", "two" …, in lower case, the outermost first. */
  readonly determiners: readonly string[];
}

/** All role phrases of a text, in order. */
export function rolePhrases(reading: Reading): RolePhrase[] {
  const phrases: RolePhrase[] = [];
  let after = 0;
  for (const role of reading.roles) {
    if (role.start < after || !hasNoun(reading, role) || isBeforeOffice(reading, role)) continue;
    const phrase = readRolePhrase(reading, role, after);
    const body = phrases.at(-1);
    if (body !== undefined && isOfBody(reading, body, phrase))
      phrases[phrases.length - 1] = within(body, phrase);
    else phrases.push(phrase);
    after = phrase.end;
  }
  return phrases;
}

// "Deputy White House Counsel": a word that is an office by itself only says of which kind the next one is.
function isBeforeOffice(reading: Reading, role: Found<RoleSense>): boolean {
  const { parsed, lexicon, nameAt, roleAt } = reading;
  if (role.end - role.start > 1 || lexicon.titleWords.get(lowerOf(reading, role.start))?.kind !== "modifier")
    return false;
  const house = nameAt(role.end);
  const office = house === undefined ? undefined : roleAt(house.end);
  return office !== undefined && isCapitalised(parsed, role.start) && isCapitalised(parsed, office.start);
}

// "Gender Policy Council Director Ada Berg", "the Foreign Affairs Committee Chairman": one office of that body.
function isOfBody({ parsed }: Reading, body: RolePhrase, office: RolePhrase): boolean {
  const [first, second] = [body.roles[0], office.roles[0]];
  const isBody = first?.kind === "organisation" || first?.kind === "group";
  return (
    isBody &&
    body.name === undefined &&
    second?.kind === "person" &&
    second.isTitle &&
    !office.plural &&
    body.end === office.start &&
    isCapitalised(parsed, body.end - 1) &&
    isCapitalised(parsed, office.start)
  );
}

function within(body: RolePhrase, office: RolePhrase): RolePhrase {
  return {
    ...office,
    start: body.start,
    roleText: `${body.roleText} ${office.roleText}`,
    affiliations: [...body.affiliations, ...office.affiliations],
    isPossessed: body.isPossessed,
    determiners: body.determiners,
  };
}

// "pressed", "the general view": the same word as a verb or an adjective.
function hasNoun({ parsed }: Reading, { start, end }: Found<RoleSense>): boolean {
  return parsed.columns.upos.subarray(start, end).some((upos) => upos === TAG.NOUN || upos === TAG.PROPN);
}

function readRolePhrase(reading: Reading, found: Found<RoleSense>, floor: number): RolePhrase {
  const draft = draftOf(found);
  extendLeft(reading, draft, Math.max(floor, sentenceStartOf(reading, found.start)));
  draft.isApposed = isAfterNamed(reading, draft.start);
  extendRight(reading, draft);
  const name = namedAfter(reading, draft);
  if (name !== undefined) {
    draft.end = name[1];
    if (textOf(reading.parsed, name[1]) === "of") takeOfPhrase(reading, draft, name[1]);
  }
  const { start, end, former, determiners } = draft;
  return {
    start,
    end,
    reach: end,
    roles: draft.senses.map((sense) => sense.role),
    roleText: rangeText(reading.parsed, draft.roleStart, draft.roleEnd),
    plural: draft.senses.some((sense) => sense.plural),
    former,
    isPossessed: draft.isPossessed,
    determiners,
    roleOpening: found.start,
    roleToken: found.end - 1,
    affiliations: draft.affiliations,
    ...(name === undefined ? {} : { name }),
  };
}

// "Ada Berg, Senior Adviser to the President and Director": also where other titles of hers stand between.
function isAfterNamed(reading: Reading, start: number): boolean {
  const { parsed } = reading;
  let token = start - 1;
  while (token > start - MOST_TITLE_WORDS && isTitleLike(reading, token)) token--;
  return textOf(parsed, token) === "," && reading.taggedAt(token - 1)?.kind === "PER";
}

const MOST_TITLE_WORDS = 12;

function isTitleLike({ parsed }: Reading, token: number): boolean {
  return isCapitalised(parsed, token) || /^(of|for|to|the|and|&)$/.test(textOf(parsed, token));
}

/**
 * The name after a title: "President Xi", "French president Emmanuel Macron". Any role of one person may stand before a full
 * name in lower case: "presidential aide Yury Ushakov".
 */
function namedAfter(reading: Reading, draft: Draft): readonly [number, number] | undefined {
  const { role } = draft.senses.at(-1) as RoleSense;
  if (!(role.isTitle || isCalling(reading, draft))) return undefined;
  const end = personNameEnd(reading, draft.end);
  // "Advisor for Emerging Technology Ada Berg": where no known word parts the office from the name, the name tagger may.
  if (draft.complement === "open" && !isTaggedPerson(reading, draft.end, end)) return undefined;
  const isShort = end === draft.end + 1;
  if (end === draft.end || (isShort && (draft.complement === "closed" || !role.isTitle))) return undefined;
  // "Minister for Maritime Affairs": the last word would be an office's.
  if (!isShort && reading.lexicon.titleWords.get(lowerOf(reading, end - 1))?.kind === "portfolio")
    return undefined;
  if (sentenceStartOf(reading, end - 1) !== sentenceStartOf(reading, draft.start)) return undefined;
  return [draft.end, end];
}

function isTaggedPerson(reading: Reading, start: number, end: number): boolean {
  const tagged = reading.taggedAt(start);
  return tagged?.kind === "PER" && tagged.start === start && tagged.end === end && end > start + 1;
}

function isCalling(reading: Reading, draft: Draft): boolean {
  const { role } = draft.senses.at(-1) as RoleSense;
  return role.kind === "person" && !isCapitalised(reading.parsed, draft.end - 1);
}
