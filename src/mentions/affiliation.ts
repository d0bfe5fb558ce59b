import type { KnownActor, Role } from "./actor-lexicon.ts";
import { type Reading, textOf } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";

/**
 * Hands affiliations on between neighbouring role phrases: "chief adviser to [the President of Turkey]", "the commander of
 * [US forces] in Iraq", "a spokesman for [the Kazakh foreign ministry]", "[the Chinese government] and people".
 */
export function sharedAffiliations(reading: Reading, phrases: readonly RolePhrase[]): RolePhrase[] {
  const shared = phrases.map((phrase) => located(reading, phrase));
  // From the right, so that in "adviser to the spokesman for the Kazakh ministry" the ministry's country reaches the adviser.
  for (let i = shared.length - 2; i >= 0; i--) {
    const phrase = shared[i] as RolePhrase;
    const next = shared[i + 1] as RolePhrase;
    if (isComplement(reading, phrase, next)) {
      const own = phrase.affiliations.length > 0 ? phrase.affiliations : next.affiliations;
      shared[i] = { ...phrase, affiliations: own, reach: next.reach };
    } else if (phrase.affiliations.length > 0) continue;
    else if (
      areOfOneState(reading, phrase, next) ||
      (isCoordinated(reading, phrase, next) && !phrase.plural && !next.plural)
    )
      shared[i] = withAffiliations(phrase, next.affiliations);
  }
  for (let i = 1; i < shared.length; i++) {
    const phrase = shared[i] as RolePhrase;
    const before = shared[i - 1] as RolePhrase;
    if (phrase.affiliations.length === 0 && isPossessedBy(reading, phrase, before)) {
      shared[i] = withAffiliations(phrase, before.affiliations);
    }
    const isBare = phrase.affiliations.length === 0 && phrase.determiners.length === 0;
    if (isBare && isCoordinated(reading, before, phrase)) {
      shared[i] = withAffiliations(phrase, before.affiliations);
    }
  }
  return shared;
}

// "the people and the Government of Rwanda": of whatever the second is of; not "students and Rwandan officials".
function areOfOneState({ parsed }: Reading, phrase: RolePhrase, next: RolePhrase): boolean {
  const isJoined = next.start === phrase.end + 1 && /^(and|&)$/.test(textOf(parsed, phrase.end));
  const isOf = textOf(parsed, next.roleToken + 1) === "of" && next.roleToken + 1 < next.end;
  const isOfState = ({ roles }: RolePhrase) =>
    /^(people|government|citizen|authority)$/.test(roles[0]?.name ?? "");
  return isJoined && isOf && isOfState(phrase) && isOfState(next);
}

/** Sectors whose people belong where they are: "rebels in Côte d'Ivoire", "students throughout Indonesia"; not "troops in Iraq". */
const AT_HOME: ReadonlySet<string> = new Set(
  "AGR COP CRM CVL EDU GOV HLH JRN JUD LAB LEG MED OPP PTY REB REL UAF".split(" "),
);

// A group or a body where it is; not one person, who may be on a visit: "the minister in Geneva".
function located(reading: Reading, phrase: RolePhrase): RolePhrase {
  const { parsed } = reading;
  const [role] = phrase.roles;
  const isHome = AT_HOME.has(role?.sectors[0] ?? "") && (phrase.plural || role?.kind !== "person");
  const isOfficial = phrase.plural && role?.kind === "person" && role.sectors[0] === "GOV";
  // "our partners in Chad" are Chadian.
  const isPartner = role?.kind === "relational" && role.sectors[0] === "UNK" && phrase.plural;
  if (
    !(isHome || isPartner) ||
    isOfficial ||
    isMission(role) ||
    phrase.affiliations.length > 0 ||
    phrase.end >= parsed.tokenCount
  )
    return phrase;
  if (!/^(in|throughout|across|around|from)$/.test(textOf(parsed, phrase.end))) return phrase;
  const from = textOf(parsed, phrase.end + 1) === "the" ? phrase.end + 2 : phrase.end + 1;
  const name = from < parsed.tokenCount ? reading.nameAt(from) : undefined;
  const sense = name?.senses.find((s) => /^(name|capital|place)$/.test(s.reading));
  if (sense?.actor.kind !== "country") return phrase;
  return { ...phrase, affiliations: [sense.actor], isPlaced: true };
}

/** Whether a body stands in another country than its own: "the embassy in Kabul". */
export function isMission(role: Role | undefined): boolean {
  return /^(embassy|consulate|consulate general|mission|diplomatic mission)$/.test(role?.name ?? "");
}

function withAffiliations(phrase: RolePhrase, affiliations: readonly KnownActor[]): RolePhrase {
  return affiliations.length === 0 ? phrase : { ...phrase, affiliations };
}

function isComplement(reading: Reading, phrase: RolePhrase, next: RolePhrase): boolean {
  return (
    phrase.name === undefined &&
    next.start === phrase.end + 1 &&
    /^(of|for|to|in|at|from)$/.test(textOf(reading.parsed, phrase.end))
  );
}

// "the Palestinian President's adviser".
function isPossessedBy({ parsed }: Reading, phrase: RolePhrase, owner: RolePhrase): boolean {
  return phrase.start === owner.end + 1 && /^['’]s?$/.test(textOf(parsed, owner.end));
}

/** Whether two phrases stand side by side as equals: "spokesperson and chief adviser"; a name between them parts them. */
export function isCoordinated(reading: Reading, phrase: RolePhrase, next: RolePhrase): boolean {
  return (
    phrase.name === undefined &&
    next.name === undefined &&
    next.start === phrase.end + 1 &&
    next.determiners.length === 0 &&
    /^(and|or|&)$/.test(textOf(reading.parsed, phrase.end))
  );
}
