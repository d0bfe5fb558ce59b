import type { Actor } from "./actor.ts";
import type { Role } from "./actor-lexicon.ts";
import { organisationOf } from "./people.ts";
import { type Reading, rangeText, textOf } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";
import type { Scene } from "./scene.ts";
import { officeSectors } from "./sectors.ts";
import { countryMeantBy } from "./whose.ts";

/** An actor whom only a description names; the same body or group of one country is one actor throughout the document. */
export function describedActor(scene: Scene, phrase: RolePhrase): Actor {
  const { reading, cast } = scene;
  const country = countryMeantBy(scene, phrase);
  const role = phrase.roles[0] as Role;
  const organisation = organisationOf(phrase);
  const code = country === undefined ? organisation?.code : undefined;
  const make = () => ({
    kind: describedKind(phrase, role),
    name: rangeText(reading.parsed, phrase.start, phrase.end),
    nameWords: [],
    ...(country === undefined ? {} : { country }),
    sectors: bodyLed(reading, phrase)?.sectors ?? sectorsOf(scene, phrase, country),
    ...(code === undefined ? {} : { code }),
    ...(role.agent === undefined ? {} : { agent: role.agent }),
    // "G7 leaders" are those of its members.
    ...(phrase.plural && organisation?.members !== undefined ? { members: organisation.members } : {}),
    roles: phrase.roles.flatMap((r) => [r.name, ...r.also]),
    roleText: phrase.roleText,
    plural: phrase.plural || role.kind === "group",
  });
  const isOne = role.kind !== "person" && (country !== undefined || organisation !== undefined);
  const key = `${country ?? organisation?.name}:${phrase.roleText.toLowerCase()}`;
  return isOne ? cast.keyed(key, make) : cast.add(make());
}

/** The body that somebody leads whose country alone the phrase has: "the leader of Cuba's [military]", who is not Cuba's. */
export function bodyLed({ parsed, nameAt, roleAt }: Reading, { roles, end }: RolePhrase): Role | undefined {
  if (!/^(leader|head|chief|commander|director|spokesperson)$/.test(roles[0]?.name ?? "")) return undefined;
  const country = textOf(parsed, end) === "of" ? nameAt(end + 1)?.end : end;
  if (country === undefined || !/^['’]s?$/.test(textOf(parsed, country))) return undefined;
  const body = roleAt(country + 1)?.senses[0]?.role;
  return body?.kind === "group" || body?.kind === "organisation" ? body : undefined;
}

function sectorsOf(scene: Scene, phrase: RolePhrase, country: string | undefined): readonly string[] {
  const [role] = phrase.roles;
  const isNothing = role === undefined || /^(UNK)?$/.test(role.sectors[0] ?? "");
  // "members of the Senate", "Treasury teams"
  const body = isNothing && country !== undefined ? organisationOf(phrase) : undefined;
  if (body !== undefined) return body.sectors;
  if (!isAnyonesLeader(scene, phrase, country))
    return officeSectors(role?.sectors ?? [], country, organisationOf(phrase)?.sectors);
  // Who leads anybody but the state is one of the people.
  return country === undefined ? [] : ["CVL"];
}

// "student leaders", "leaders from the private sector": who leads whom only their own words can say; not "Arab leaders". In a text about
// nothing but home affairs "the leaders" too are anybody's.
function isAnyonesLeader({ domestic }: Scene, phrase: RolePhrase, country: string | undefined): boolean {
  const { plural, affiliations, roles, roleText, determiners } = phrase;
  if (roles[0]?.name !== "leader" || !plural || affiliations.length > 0) return false;
  // "the two leaders" are a president and a governor.
  if (country !== undefined) return country === domestic && !/^(the|these) two$/.test(determiners.join(" "));
  if (/^(the|both|these|all)$/.test(determiners[0] ?? "")) return false;
  return !/^\p{Lu}\p{Ll}+ /u.test(roleText);
}

function describedKind(phrase: RolePhrase, role: Role): Actor["kind"] {
  if (role.kind === "honorific") return "person";
  if (role.kind === "relational") return phrase.plural ? "group" : "person";
  return phrase.plural && role.kind === "person" ? "group" : role.kind;
}
