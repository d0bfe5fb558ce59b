import type { Actor } from "./actor.ts";
import type { MentionDraft } from "./mention-draft.ts";
import type { Publisher } from "./publishers.ts";
import { type Reading, textOf } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";

/** Sectors whose people belong to a state. */
const OF_A_STATE: ReadonlySet<string> = new Set(["GOV", "LEG", "JUD", "MIL", "COP", "SPY"]);

/** Words between the members of a list. */
const BETWEEN = /^(,|;|and|&|as|well|along|with|including)$/;
const MOST_WORDS_BETWEEN = 4;

/** Before a list, words that make all of it one side: "met with A and B", "was joined by A and B". */
const OF_ONE_SIDE = /^(with|by|including|from|to)$/i;

/** Persons named in a row, each with a title. */
export type PeopleList = readonly MentionDraft[];

/** Offices that a country fills once: two of their holders in one list are of two countries. */
const FILLED_ONCE = /^(leader|minister|national security advis[eo]r|top diplomat)$/;

/**
 * The lists of persons in a text, told by what stands between them: commas, "and", and the roles that explain their names.
 * @param drafts mentions by name
 * @param holders the roles beside names: "Ada Berg, [the Minister of Health], and Ole Lund"
 */
export function peopleLists(
  { parsed }: Reading,
  drafts: readonly MentionDraft[],
  holders: ReadonlyMap<RolePhrase, Actor>,
): PeopleList[] {
  const reachOf = new Map([...holders.keys()].map((phrase) => [phrase.start, phrase.reach]));
  const ordered = drafts
    .filter(({ actors }) => actors.length === 1 && actors[0]?.kind === "person")
    .sort((a, b) => a.tokens[0] - b.tokens[0]);
  const lists: MentionDraft[][] = [];
  for (const draft of ordered) {
    const last = lists.at(-1)?.at(-1);
    if (last !== undefined && isNextInList(last, draft)) lists.at(-1)?.push(draft);
    else lists.push([draft]);
  }
  return lists.filter(({ length }) => length > 1);

  function isNextInList({ tokens: [, end] }: MentionDraft, { tokens: [start] }: MentionDraft): boolean {
    if (start < end || parsed.sentenceOf(end - 1) !== parsed.sentenceOf(start)) return false;
    let words = 0;
    for (let token = end; token < start; ) {
      const reach = reachOf.get(token);
      if (reach === undefined && (!BETWEEN.test(textOf(parsed, token)) || ++words > MOST_WORDS_BETWEEN))
        return false;
      token = reach ?? token + 1;
    }
    return true;
  }
}

/**
 * Gives an office-holder of whom the text does not say whose he is the country of those with whom it lists him, where they are all of one:
 * "met with Prime Minister Zaev and Minister Ruiz", "Senator Berg, Secretary Lund and Director Ruiz visited". Not "President Berg and
 * Minister Ruiz agreed", who may be two sides, nor two foreign ministers.
 */
export function claimListedPeople(
  { parsed }: Reading,
  lists: readonly PeopleList[],
  publisher: Publisher | undefined,
): void {
  for (const list of lists) {
    const country = countryOfList(list);
    if (country === undefined) continue;
    const people = list.flatMap(({ actors }) => actors);
    const known = people.filter((actor) => actor.country === country);
    const isOneSide = OF_ONE_SIDE.test(textOf(parsed, (list[0] as MentionDraft).tokens[0] - 1));
    if (!isOneSide && known.length < 2) continue;
    const isForeign = (actor: Actor) =>
      country === publisher?.country &&
      actor.roles.some((role) => FILLED_ONCE.test(role) || role === "diplomat");
    for (const actor of people.filter(isHomeless)) {
      if (!isForeign(actor) && !known.some((other) => holdTheSame(actor, other))) actor.country = country;
    }
  }
}

/** The one country of all those in a list whose country is known. */
function countryOfList(list: PeopleList): string | undefined {
  const people = list.flatMap(({ actors }) => actors);
  if (people.some(({ country, code }) => country === undefined && code !== undefined)) return undefined;
  const countries = new Set(people.flatMap(({ country }) => country ?? []));
  return countries.size === 1 ? [...countries][0] : undefined;
}

function holdTheSame(one: Actor, other: Actor): boolean {
  return one.roles[0] === other.roles[0] && one.roles.some((role) => FILLED_ONCE.test(role));
}

function isHomeless({ country, code, sectors }: Actor): boolean {
  return country === undefined && code === undefined && OF_A_STATE.has(sectors[0] ?? "");
}
