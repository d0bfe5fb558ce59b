import type { Actor, Cast } from "./actor.ts";
import type { Discourse } from "./discourse.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { partnerOf } from "./partner.ts";
import { countryOf } from "./people.ts";
import { personMeant } from "./pronouns.ts";
import { rangeText } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";
import type { Scene } from "./scene.ts";

/** Whether a phrase names somebody only as another's like: "his Kazakh counterpart". */
export function isCounterpart(phrase: RolePhrase): boolean {
  const [role] = phrase.roles;
  return role?.name === "counterpart" || role?.also.includes("counterpart") === true;
}

/**
 * "Wang met his Kazakh counterpart, Mukhtar Tleuberdi": the counterpart holds in Kazakhstan the office that Wang holds in China.
 * @param holder the person whom the text names beside the phrase
 * @returns the mention; none where the phrase holds the name, and so is a mention already
 */
export function resolveCounterpart(
  scene: Scene,
  phrase: RolePhrase,
  holder: Actor | undefined,
): MentionDraft | undefined {
  const { discourse, cast } = scene;
  const like = likeOf(discourse, phrase);
  const country = countryOf(phrase);
  const actor =
    holder ??
    discourse.at(phrase.roleToken)?.draft.actors[0] ??
    knownCounterpart(cast, like, country) ??
    (country === undefined ? otherLike(scene, phrase, like) : undefined) ??
    newCounterpart(scene, phrase);
  claimForPartner(scene, phrase, actor, like);
  if (like !== undefined && !phrase.plural && like !== actor) takeOffice(actor, like);
  if (phrase.name !== undefined) return undefined;
  return {
    tokens: [phrase.start, phrase.end],
    form: "nominal",
    actors: [actor],
    rule: `role ${phrase.roles[0]?.origin}`,
    via: like === undefined ? `counterpart -> ${actor.name}` : `counterpart of ${like.name} -> ${actor.name}`,
  };
}

/** Whose counterpart it is: "his" and "her" by what they stand for, else the subject of the clause. */
function likeOf(discourse: Discourse, phrase: RolePhrase): Actor | undefined {
  const [determiner] = phrase.determiners;
  if (determiner === "his" || determiner === "her") {
    return personMeant(discourse, phrase.start, determiner === "his" ? "he" : "she");
  }
  for (const { draft } of discourse.clauseSubjects(phrase.roleToken)) {
    const [actor] = draft.actors;
    if (actor?.kind === "person") return actor;
  }
  return undefined;
}

function knownCounterpart(
  cast: Cast,
  like: Actor | undefined,
  country: string | undefined,
): Actor | undefined {
  const [office] = like?.roles ?? [];
  if (country === undefined || office === undefined) return undefined;
  const holders = cast.people.filter(
    (actor) =>
      actor.kind === "person" &&
      actor.nameWords.length > 0 &&
      actor.country === country &&
      actor.roles.includes(office),
  );
  return holders.length === 1 ? holders[0] : undefined;
}

// "President Lund spoke with President Berg of Chad. He thanked his counterpart": the only other one who has been named.
function otherLike({ discourse }: Scene, phrase: RolePhrase, like: Actor | undefined): Actor | undefined {
  if (like?.country === undefined || phrase.plural) return undefined;
  const others = new Set<Actor>();
  for (const { draft } of discourse.before(phrase.start, Number.POSITIVE_INFINITY)) {
    for (const actor of draft.form === "name" ? draft.actors : []) {
      const isAbroad = actor.country !== undefined && actor.country !== like.country;
      const isLike = actor.roles.some((role) => role !== "official" && like.roles.includes(role));
      if (actor.kind === "person" && isAbroad && isLike) others.add(actor);
    }
  }
  return others.size === 1 ? [...others][0] : undefined;
}

// "Foreign Secretary visits Chad": a counterpart of the publisher's people, of whom nothing more is said, is of the country that its title names.
function claimForPartner(scene: Scene, { plural }: RolePhrase, actor: Actor, like: Actor | undefined): void {
  if (plural || actor.country !== undefined || actor.code !== undefined) return;
  const isOwn = like?.country !== undefined && like.country === scene.publisher?.country;
  const partner = isOwn ? partnerOf(scene) : undefined;
  if (partner !== undefined) actor.country = partner;
}

function newCounterpart({ reading, cast }: Scene, phrase: RolePhrase): Actor {
  const country = countryOf(phrase);
  return cast.add({
    kind: phrase.plural ? "group" : "person",
    name: rangeText(reading.parsed, phrase.start, phrase.end),
    nameWords: [],
    ...(country === undefined ? {} : { country }),
    sectors: [],
    roles: [],
    plural: phrase.plural,
  });
}

function takeOffice(actor: Actor, like: Actor): void {
  actor.roles = actor.roles.filter((role) => role !== "counterpart");
  const isUnknown = actor.roleText === undefined || /counterpart/i.test(actor.roleText);
  if (isUnknown && like.roleText !== undefined) actor.roleText = like.roleText;
  if (actor.sectors.length === 0) {
    actor.sectors = like.sectors;
    if (like.agent !== undefined) actor.agent = like.agent;
  }
  for (const role of like.roles) if (!actor.roles.includes(role)) actor.roles.push(role);
}
