import type { Actor, Cast } from "./actor.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { countryOf, organisationOf } from "./people.ts";
import { headOf, type Reading, rangeText, relationOf } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";

/** Persons, groups and bodies named by role alone: "the Chinese foreign minister", "the Kazakh authorities", "protesters". */
export function nominalActors(reading: Reading, phrases: readonly RolePhrase[], cast: Cast): MentionDraft[] {
  const drafts: MentionDraft[] = [];
  for (const phrase of phrases) {
    if (phrase.name !== undefined || isModifier(reading, phrase)) continue;
    const named = holderOf(phrase, cast);
    const rule = `role ${(phrase.roles[0] as { origin: string }).origin}`;
    const tokens = [phrase.start, phrase.end] as const;
    if (named !== undefined) {
      const via = `title -> ${named.name}`;
      drafts.push({ tokens, form: "nominal", actors: [named], rule, via });
    } else drafts.push({ tokens, form: "nominal", actors: [newActor(reading, phrase, cast)], rule });
  }
  return drafts;
}

// "military conflict", "refugee team": the role only says of what kind the thing is.
function isModifier(reading: Reading, phrase: RolePhrase): boolean {
  const head = headOf(reading.parsed, phrase.roleToken);
  const relation = relationOf(reading.parsed, phrase.roleToken);
  return (relation === "compound" || relation === "amod") && head >= phrase.end;
}

// "the Chinese foreign minister" is Wang Yi where he alone of the text's persons is that.
function holderOf(phrase: RolePhrase, cast: Cast): Actor | undefined {
  if (phrase.plural || phrase.former || phrase.determiner !== "the") return undefined;
  const country = countryOf(phrase);
  const role = phrase.roles[0]?.name ?? "";
  const holders = cast.actors.filter(
    (actor) =>
      actor.kind === "person" &&
      actor.nameWords.length > 0 &&
      (country === undefined || actor.country === country) &&
      actor.roles.some((held) => held === role || held.endsWith(` ${role}`)),
  );
  return holders.length === 1 ? holders[0] : undefined;
}

function newActor(reading: Reading, phrase: RolePhrase, cast: Cast): Actor {
  const country = countryOf(phrase);
  const role = phrase.roles[0] as (typeof phrase.roles)[number];
  const code = country === undefined ? organisationOf(phrase)?.code : undefined;
  return cast.add({
    kind: phrase.plural && role.kind === "person" ? "group" : role.kind,
    name: rangeText(reading.parsed, phrase.start, phrase.end),
    nameWords: [],
    ...(country === undefined ? {} : { country }),
    sectors: role.sectors,
    ...(code === undefined ? {} : { code }),
    roles: phrase.roles.map((r) => r.name),
    roleText: phrase.roleText,
    plural: phrase.plural,
  });
}
