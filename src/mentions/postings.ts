import type { Cast } from "./actor.ts";
import { actorOf } from "./actor-names.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { type Reading, textOf } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";

/**
 * The countries to which envoys without a name are sent: "recalled its ambassador to [Peru]", "led a delegation to [Peru]". The envoys are not
 * theirs, but what is done with them is aimed at those countries.
 */
export function postings(reading: Reading, cast: Cast, phrases: readonly RolePhrase[]): MentionDraft[] {
  return phrases.filter(isNamelessEnvoy).flatMap(({ roleToken, end }) => {
    for (let token = roleToken + 1; token < end; token++) {
      if (textOf(reading.parsed, token) !== "to") continue;
      const name = reading.nameAt(textOf(reading.parsed, token + 1) === "the" ? token + 2 : token + 1);
      const sense = name?.senses.find(
        ({ reading: kind, actor }) => kind === "name" && actor.kind === "country",
      );
      if (name === undefined || sense === undefined || name.end > end) return [];
      const tokens: [number, number] = [name.start, name.end];
      return [
        { tokens, form: "name", actors: [actorOf(cast, sense.actor)], rule: `name ${sense.actor.origin}` },
      ];
    }
    return [];
  });
}

function isNamelessEnvoy({ roles, name }: RolePhrase): boolean {
  return (
    name === undefined &&
    roles.some(({ name: role, also }) => /^(envoy|delegation)$/.test(role) || also.includes("diplomat"))
  );
}
