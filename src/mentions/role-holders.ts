import type { ParsedDocument } from "../language/parsed-document.ts";
import type { Actor } from "./actor.ts";
import type { Role } from "./actor-lexicon.ts";
import { isDefinite } from "./definiteness.ts";
import { bodyLed } from "./described-actor.ts";
import { personInOffice } from "./known-people.ts";
import { countryOf, organisationOf } from "./people.ts";
import { headOf, headOfRange, relationOf, TAG } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";
import type { Scene } from "./scene.ts";
import { ownOffice } from "./whose.ts";

/** What a role without a name stands for, or the hop that found it. */
export interface Resolution {
  readonly actors: readonly Actor[];
  readonly via?: string;
}

/** "the Chinese foreign minister" is Wang Yi where he alone of the text's persons is that. */
export function holderOf(scene: Scene, phrase: RolePhrase): Resolution | undefined {
  if (phrase.plural || phrase.former || !isDefinite(scene.reading, phrase)) return undefined;
  if (bodyLed(scene.reading, phrase) !== undefined) return undefined;
  const again = sameOfficeBefore(scene, phrase);
  if (again !== undefined) return { actors: [again], via: `${phrase.roleText} -> ${again.name}` };
  const holders = heldBy(scene, phrase)?.filter((actor) => !isBesides(scene, phrase, actor));
  const known = lastNamed(scene, phrase, holders ?? []) ?? officeHolder(scene, phrase);
  return known === undefined ? undefined : { actors: [known], via: `title -> ${known.name}` };
}

// "The Prime Minister received Prime Minister Berg of Norway. … The Prime Minister said": the first one, whom the text never names.
function sameOfficeBefore({ discourse }: Scene, phrase: RolePhrase): Actor | undefined {
  if (countryOf(phrase) !== undefined) return undefined;
  for (const { draft } of discourse.before(phrase.start, Number.POSITIVE_INFINITY)) {
    const [actor] = draft.form === "nominal" ? draft.actors : [];
    const isNameless =
      actor?.kind === "person" && actor.nameWords.length === 0 && actor.country === undefined;
    if (isNameless && actor.roleText?.toLowerCase() === phrase.roleText.toLowerCase()) return actor;
  }
  return undefined;
}

// "The Prime Minister received Prime Minister Berg": of two that one verb joins, neither is the other.
function isBesides({ reading, discourse }: Scene, phrase: RolePhrase, actor: Actor): boolean {
  const { parsed } = reading;
  const head = headOfRange(parsed, phrase.start, phrase.end);
  const verb = verbOf(parsed, head);
  return (
    verb !== undefined &&
    discourse
      .inSentence(parsed.sentenceOf(phrase.start))
      .some(
        ({ draft, head: other }) =>
          draft.form === "name" &&
          draft.actors.includes(actor) &&
          other !== head &&
          verbOf(parsed, other) === verb,
      )
  );
}

/** The verb whose subject, object or oblique a token is, itself or with the noun that it completes: "held talks with Berg". */
function verbOf(parsed: ParsedDocument, token: number): number | undefined {
  const relation = relationOf(parsed, token);
  const head = headOf(parsed, token);
  if (/^(nsubj|obj|iobj|obl)$/.test(relation)) return head;
  const isCompletion = relation === "nmod" && /^(obj|obl)$/.test(relationOf(parsed, head));
  return isCompletion && parsed.columns.upos[head] === TAG.NOUN ? headOf(parsed, head) : undefined;
}

// Of several holders of an office, whoever was named last before.
function lastNamed({ discourse }: Scene, phrase: RolePhrase, holders: readonly Actor[]): Actor | undefined {
  if (holders.length < 2) return holders[0];
  for (const { draft } of discourse.before(phrase.start, Number.POSITIVE_INFINITY)) {
    const [actor] = draft.form === "name" ? draft.actors : [];
    if (actor !== undefined && holders.includes(actor)) return actor;
  }
  return undefined;
}

/** "the foreign ministers of …" are those named; "the officials of …" are not the officials named before. */
export function soleHolder(scene: Scene, phrase: RolePhrase): Actor | undefined {
  const holders = phrase.roles[0]?.isTitle === true ? heldBy(scene, phrase) : undefined;
  return holders?.length === 1 ? holders[0] : undefined;
}

/** Offices that a country or an organisation gives to many at once: "the US ambassador" may be any of two hundred, "Director" of any office. */
const MANY_AT_ONCE = ["diplomat", "envoy", "director"];

function isOneOfMany({ name, also }: Role): boolean {
  return MANY_AT_ONCE.some((kind) => name === kind || also.includes(kind));
}

/** "the Russian President", whom the text never names: the holder of the office on the document's day. */
export function officeHolder(scene: Scene, phrase: RolePhrase): Actor | undefined {
  const { reading, cast } = scene;
  const { document, lexicon } = reading;
  const [held] = phrase.roles;
  if (held?.isTitle !== true || isOneOfMany(held)) return undefined;
  const role = held.name;
  const of = countryOf(phrase) ?? ownOffice(scene, phrase) ?? organisationOf(phrase)?.name;
  const term = of === undefined ? undefined : lexicon.officeHolders.inOffice(of, role, document.date);
  return term === undefined ? undefined : personInOffice(cast, [term], document.date);
}

/** The named persons of the document who hold a role. */
function heldBy(scene: Scene, phrase: RolePhrase): Actor[] | undefined {
  const [held] = phrase.roles;
  if (held?.kind !== "person") return undefined;
  const said = countryOf(phrase);
  const own = said === undefined ? ownOffice(scene, phrase) : undefined;
  const organisation = said === undefined && own === undefined ? organisationOf(phrase) : undefined;
  const role = officeName(held);
  const all = scene.cast.people.filter(
    (actor) =>
      actor.kind === "person" &&
      actor.nameWords.length > 0 &&
      (organisation === undefined || actor.code === organisation.code) &&
      actor.roles.some((name) => isOffice(name, role)),
  );
  const country = said ?? own;
  const theirs = all.filter((actor) => country === undefined || actor.country === country);
  // "The President received the new Ambassador of Japan, Koichi Ito. She congratulated the Ambassador": in a government's text, too, an envoy is
  // from abroad where it names no other.
  return theirs.length === 0 && own !== undefined && isOneOfMany(held) ? all : theirs;
}

// "EAM" is the external affairs minister: of an abbreviation the first of the wider roles is the same office.
function officeName({ name, also }: Role): string {
  return /^\p{Lu}+$/u.test(name) ? (also[0] ?? name) : name;
}

// "the minister" is a foreign minister, "the deputy" a deputy secretary.
function isOffice(held: string, role: string): boolean {
  return held === role || held.endsWith(` ${role}`) || (role === "deputy" && held.startsWith("deputy "));
}
