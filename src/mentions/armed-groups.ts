import type { Actor } from "./actor.ts";
import type { Role } from "./actor-lexicon.ts";
import type { RolePhrase } from "./role-phrase.ts";
import type { Scene } from "./scene.ts";

/** Sectors of groups in arms that are no state's. */
const ARMED: ReadonlySet<string> = new Set(["REB", "PRM", "UAF", "CRM"]);
/** Words that say nothing of what kind a body is. */
const ANY_BODY = /^(group|movement|organisation|organization|faction)$/;
const SENTENCES_BACK = 3;

/**
 * The armed group that a text has named, told of again by what it is: "the Fano militia … the militia", "the M23 … the group", "the rebels".
 * Only where it has named no other nearby.
 */
export function armedGroupBefore({ discourse }: Scene, phrase: RolePhrase): Actor | undefined {
  const role = phrase.roles[0] as Role;
  const isBare = phrase.affiliations.length === 0 && !phrase.isPossessed && !phrase.former;
  if (!isBare || phrase.determiners.join() !== "the") return undefined;
  const isAnyBody = ANY_BODY.test(role.name) && !phrase.plural;
  const isArmed = ARMED.has(role.sectors[0] ?? "") && (phrase.plural || role.kind === "group");
  if (!isAnyBody && !isArmed) return undefined;
  const groups = new Set<Actor>();
  for (const { draft } of discourse.before(phrase.start, SENTENCES_BACK)) {
    for (const actor of draft.actors) if (isArmedGroup(actor)) groups.add(actor);
  }
  const [group] = groups;
  return group !== undefined && groups.size === 1 && (isAnyBody || isOfKind(role, group)) ? group : undefined;
}

// By a name of its own: "M23", "the Fano militia"; not "Syrian rebels".
function isArmedGroup({ kind, sectors, roles }: Actor): boolean {
  const isBody = kind === "group" || kind === "organisation";
  return isBody && roles.length === 0 && ARMED.has(sectors[0] ?? "");
}

// A militia may be rebels; mercenaries are not.
function isOfKind({ kind, sectors: [asked] }: Role, { sectors: [sector] }: Actor): boolean {
  return asked === sector || (kind === "group" && asked === "PRM" && sector === "REB");
}
