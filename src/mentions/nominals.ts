import type { Actor, Cast } from "./actor.ts";
import type { Role } from "./actor-lexicon.ts";
import { actorOf } from "./actor-names.ts";
import type { Discourse } from "./discourse.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { pairOf } from "./pairs.ts";
import { countryOf, organisationOf } from "./people.ts";
import { headOf, type Reading, rangeText, relationOf } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";

/** What a role without a name stands for, or the hop that found it. */
interface Resolution {
  readonly actors: readonly Actor[];
  readonly via?: string;
}

/**
 * Who is meant by a role without a name: "the Chinese foreign minister", "the Kazakh side", "the two leaders",
 * "protesters". Nothing where the role only says of what kind a thing is: "military conflict".
 */
export function resolveNominal(
  reading: Reading,
  discourse: Discourse,
  cast: Cast,
  phrase: RolePhrase,
): MentionDraft | undefined {
  if (isModifier(reading, phrase)) return undefined;
  const role = phrase.roles[0] as Role;
  const resolution =
    pairOf(reading, discourse, phrase) ??
    (role.kind === "country"
      ? countryMeant(reading, discourse, cast, phrase)
      : (holderOf(phrase, cast) ?? { actors: [describedActor(reading, phrase, cast)] }));
  if (resolution === undefined) return undefined;
  return {
    tokens: [phrase.start, phrase.end],
    form: "nominal",
    actors: resolution.actors,
    rule: `role ${role.origin}`,
    ...(resolution.via === undefined ? {} : { via: resolution.via }),
  };
}

// "military conflict", "refugee team": the role only says of what kind the thing is.
function isModifier(reading: Reading, phrase: RolePhrase): boolean {
  const head = headOf(reading.parsed, phrase.roleToken);
  const relation = relationOf(reading.parsed, phrase.roleToken);
  return (relation === "compound" || relation === "amod") && head >= phrase.end;
}

// "the Kazakh side" is Kazakhstan; "the country" the one just named.
function countryMeant(
  reading: Reading,
  discourse: Discourse,
  cast: Cast,
  phrase: RolePhrase,
): Resolution | undefined {
  const code = countryOf(phrase);
  const known = code === undefined ? undefined : reading.lexicon.countries.get(code);
  if (known !== undefined) return { actors: [actorOf(cast, known)], via: `side -> ${known.name}` };
  if (phrase.plural || !(phrase.determiners[0] === "the" || phrase.determiners[0] === "this"))
    return undefined;
  for (const { draft } of discourse.before(phrase.start, 1)) {
    const actor = draft.actors[0];
    if (draft.form === "name" && actor?.kind === "country") {
      return { actors: [actor], via: `${phrase.roleText} -> ${actor.name}` };
    }
  }
  return undefined;
}

// "the Chinese foreign minister" is Wang Yi where he alone of the text's persons is that.
function holderOf(phrase: RolePhrase, cast: Cast): Resolution | undefined {
  if (phrase.plural || phrase.former || phrase.determiners[0] !== "the") return undefined;
  const country = countryOf(phrase);
  const role = phrase.roles[0]?.name ?? "";
  const holders = cast.actors.filter(
    (actor) =>
      actor.kind === "person" &&
      actor.nameWords.length > 0 &&
      (country === undefined || actor.country === country) &&
      actor.roles.some((held) => held === role || held.endsWith(` ${role}`)),
  );
  const [holder] = holders;
  if (holder === undefined || holders.length > 1) return undefined;
  return { actors: [holder], via: `title -> ${holder.name}` };
}

/** An actor whom only a description names; the same body or group of one country is one actor throughout the document. */
function describedActor(reading: Reading, phrase: RolePhrase, cast: Cast): Actor {
  const country = countryOf(phrase);
  const role = phrase.roles[0] as Role;
  const organisation = organisationOf(phrase);
  const code = country === undefined ? organisation?.code : undefined;
  const make = () => ({
    kind: describedKind(phrase, role),
    name: rangeText(reading.parsed, phrase.start, phrase.end),
    nameWords: [],
    ...(country === undefined ? {} : { country }),
    sectors: role.sectors,
    ...(code === undefined ? {} : { code }),
    roles: phrase.roles.flatMap((r) => [r.name, ...r.also]),
    roleText: phrase.roleText,
    plural: phrase.plural || role.kind === "group",
  });
  const isOne = role.kind !== "person" && (country !== undefined || organisation !== undefined);
  const key = `${country ?? organisation?.name}:${phrase.roleText.toLowerCase()}`;
  return isOne ? cast.keyed(key, make) : cast.add(make());
}

function describedKind(phrase: RolePhrase, role: Role): Actor["kind"] {
  if (role.kind === "country") return "country";
  return phrase.plural && role.kind === "person" ? "group" : role.kind;
}
