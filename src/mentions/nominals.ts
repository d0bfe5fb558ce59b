import { type ParsedDocument, UPOS } from "../language/parsed-document.ts";
import type { Actor } from "./actor.ts";
import type { Role } from "./actor-lexicon.ts";
import { actorOf } from "./actor-names.ts";
import { armedGroupBefore } from "./armed-groups.ts";
import { describedActor } from "./described-actor.ts";
import { resolveFirstPerson } from "./first-person.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { ofOwnBody } from "./own-body.ts";
import { countriesBefore, pairOf } from "./pairs.ts";
import { countryOf } from "./people.ts";
import { resolvePronoun } from "./pronouns.ts";
import { headOf, isCapitalised, type Reading, relationOf, TAG, textOf } from "./reading.ts";
import { holderOf, officeHolder, type Resolution, soleHolder } from "./role-holders.ts";
import type { RolePhrase } from "./role-phrase.ts";
import type { Scene } from "./scene.ts";
import { thirdParties } from "./third-parties.ts";
import { ownOffice } from "./whose.ts";

/**
 * Who is meant by a role without a name: "the Chinese foreign minister", "the Kazakh side", "the two leaders",
 * "protesters". Nothing where the role only says of what kind a thing is: "military conflict".
 * @param holder the person whom the text names beside the phrase
 */
export function resolveNominal(
  scene: Scene,
  written: RolePhrase,
  holder: Actor | undefined,
): MentionDraft | undefined {
  const phrase = ofOwnBody(scene, withNamedPossessor(scene, withPossessor(scene, written)));
  const { reading } = scene;
  const role = phrase.roles[0] as Role;
  if (role.kind === "honorific" || isModifier(reading, phrase)) return undefined;
  if (isConduct(reading, phrase) || isNoBody(reading, phrase) || isJointBody(phrase)) return undefined;
  const resolution =
    beside(scene, phrase, holder) ??
    sidesSpokenOf(scene, phrase) ??
    pairOf(scene, phrase) ??
    (role.kind === "country" ? countryMeant(scene, phrase) : ofSeveralCountries(scene, phrase)) ??
    (role.kind === "country" ? undefined : oneMeant(scene, phrase));
  if (resolution === undefined) return undefined;
  return {
    tokens: [phrase.start, phrase.end],
    form: "nominal",
    actors: resolution.actors,
    rule: `role ${role.origin}`,
    ...(resolution.via === undefined ? {} : { via: resolution.via }),
  };
}

/**
 * Whose a thing is by a role that only says of what kind it is: "an *army* camp", "a *police* convoy". A party only where a thing is
 * attacked or taken and nobody else is named.
 */
export function sideInModifier(scene: Scene, phrase: RolePhrase): MentionDraft | undefined {
  const { reading } = scene;
  const role = phrase.roles[0] as Role;
  const isSide = /^(person|group|organisation)$/.test(role.kind) && role.sectors.length > 0;
  if (!isSide || phrase.isPossessed || !isModifier(reading, phrase) || isHyphenated(reading, phrase))
    return undefined;
  const { roleToken } = phrase;
  const bare = { ...phrase, start: roleToken, end: roleToken + 1, determiners: [] };
  return {
    tokens: [roleToken, roleToken + 1],
    form: "nominal",
    actors: [describedActor(scene, bare)],
    rule: `role ${role.origin}`,
  };
}

// "its government", "their troops", "her country": they belong where she or they do.
function withPossessor(scene: Scene, phrase: RolePhrase): RolePhrase {
  const { reading, discourse } = scene;
  if (isOfTwo(scene, phrase)) return ofBoth(scene, phrase);
  if (phrase.determiners[0] === "both") return phrase;
  const kind = reading.lexicon.pronouns.get(phrase.determiners[0] ?? "");
  const isOthers = phrase.roles[0]?.kind === "relational"; // "our partners"
  if (kind === undefined || isOthers || phrase.affiliations.length > 0) return phrase;
  const first = kind === "we" || kind === "I";
  const possessor = first
    ? resolveFirstPerson(scene, phrase.start, kind)
    : resolvePronoun(discourse, phrase.start, kind);
  const countries = new Set(possessor?.actors.map((actor) => actor.country ?? ""));
  const affiliations = [...countries].flatMap((code) => reading.lexicon.countries.get(code) ?? []);
  return affiliations.length === 0 ? phrase : { ...phrase, affiliations };
}

const OF_TWO = /^of (both|the two) (countries|nations|states|sides)$/;

// "Both governments", "the two delegations", "governments of the two countries"; in a text of two countries also "the delegations".
function isOfTwo({ joint, reading }: Scene, { determiners, plural, roles, affiliations, end }: RolePhrase) {
  const isBody = roles[0]?.kind === "organisation" || roles[0]?.name === "delegation";
  if (!isBody || affiliations.length > 0 || roles[0]?.name === "party") return false;
  const isOfAState = /^(government|delegation)$/.test(roles[0]?.name ?? "");
  const words = (count: number) =>
    Array.from({ length: count }, (_, i) => textOf(reading.parsed, end + i)).join(" ");
  return (
    determiners[0] === "both" ||
    (plural && determiners.join(" ") === "the two") ||
    (plural && (OF_TWO.test(words(3)) || OF_TWO.test(words(4)))) ||
    (plural && isOfAState && determiners.join() === "the" && joint?.length === 2)
  );
}

// Those of the two countries that write the text, else of the two most spoken of; of nobody where there are not two.
function ofBoth(scene: Scene, phrase: RolePhrase): RolePhrase {
  const countries = scene.joint?.length === 2 ? scene.joint : (countriesBefore(scene, phrase, 2) ?? []);
  const affiliations = countries.flatMap(
    ({ country }) => scene.reading.lexicon.countries.get(country ?? "") ?? [],
  );
  return affiliations.length < 2 ? phrase : { ...phrase, affiliations };
}

// "President Ruiz's government", "Ruiz's office": of the president's country, and told by the president's name.
function withNamedPossessor({ reading, discourse }: Scene, phrase: RolePhrase): RolePhrase {
  const { parsed, lexicon } = reading;
  const isBody = phrase.roles[0]?.kind === "organisation" || phrase.roles[0]?.kind === "group";
  if (!isBody || phrase.start < 2 || phrase.determiners.length > 0 || phrase.affiliations.length > 0)
    return phrase;
  if (!/^['’]s?$/.test(textOf(parsed, phrase.start - 1))) return phrase;
  const possessor = discourse.at(phrase.start - 2)?.draft;
  const [actor] = possessor?.actors ?? [];
  if (possessor === undefined || actor?.kind !== "person" || possessor.tokens[1] !== phrase.start - 1)
    return phrase;
  const country = lexicon.countries.get(actor.country ?? "");
  return {
    ...phrase,
    start: possessor.tokens[0],
    isPossessed: true,
    ...(country === undefined ? {} : { affiliations: [country] }),
  };
}

// "military conflict", "refugee team", "people-to-people": the role only says of what kind the thing is; but in "Russian
// military strikes" it says whose they are, as it does not in "China's firm support".
function isModifier(reading: Reading, phrase: RolePhrase): boolean {
  if (isHyphenated(reading, phrase)) return true;
  // "The Secretary and National Security Advisor Berg": to the tree, a part of the name.
  if (phrase.determiners[0] === "the" && /^(and|&)$/.test(textOf(reading.parsed, phrase.end))) return false;
  const head = headOf(reading.parsed, phrase.roleToken);
  const relation = relationOf(reading.parsed, phrase.roleToken);
  const isPart = (relation === "compound" || relation === "amod") && head >= phrase.end;
  return isPart && (phrase.affiliations.length === 0 || phrase.isPossessed);
}

// "the next meeting of the Joint Commission": a body of both sides is neither.
function isJointBody({ roleText, plural, affiliations, roles }: RolePhrase): boolean {
  const isBody = roles[0]?.kind === "organisation" || roles[0]?.kind === "group";
  const isOfStates = affiliations.every(({ kind }) => kind === "country");
  return (
    isBody &&
    !plural &&
    isOfStates &&
    /^(Joint|Mixed|Bilateral|Intergovernmental) .*(Commission|Committee|Council|Group)$/.test(roleText)
  );
}

// "praised his leadership on health", "Kenya's leadership of the talks": what one does; "met with their leadership", "the Iranian
// leadership", "the union's leadership rejected it": who leads.
function isConduct(
  { parsed }: Reading,
  { roles, roleToken, affiliations, isPossessed }: RolePhrase,
): boolean {
  if (roles[0]?.name !== "leadership" || (affiliations.length > 0 && !isPossessed)) return false;
  if (relationOf(parsed, roleToken) === "nsubj") return false;
  const cases = [...parsed.childrenOf(roleToken)].filter((child) => relationOf(parsed, child) === "case");
  return !cases.some((child) => /^(with|by|from|to|among)$/.test(textOf(parsed, child)));
}

// "removed from office", "freedom of movement", "the movement of refugees", "the commission of crimes": what one holds, and does; not "his office",
// "the movement".
function isNoBody(
  { parsed }: Reading,
  { roleText, determiners, affiliations, isPossessed, end }: RolePhrase,
): boolean {
  const isBare = determiners.length === 0 && affiliations.length === 0 && !isPossessed;
  if (roleText === "commission" && textOf(parsed, end) === "of") return isDeed(parsed, end + 1);
  if (roleText === "office") return isBare;
  // "to support the mission": an errand, where nothing says whose.
  if (roleText === "mission") return affiliations.length === 0 && !isPossessed;
  return /^movements?$/.test(roleText) && (isBare || textOf(parsed, end) === "of");
}

// "the commission of serious crimes"; not "the commission of inquiry", "the commission of the African Union".
function isDeed(parsed: ParsedDocument, start: number): boolean {
  let token = start;
  while (/^(DET|ADJ|PUNCT|CCONJ|VERB|ADV)$/.test(UPOS[parsed.columns.upos[token] as number] ?? "")) token++;
  const isBody = /^(inquiry|enquiry|experts|jurists|investigation|bishops|scientists|ministers)$/;
  return !isCapitalised(parsed, token) && !isBody.test(textOf(parsed, token));
}

// "people-to-people"; not "Secretary-General", whose hyphen is its own.
function isHyphenated({ parsed }: Reading, { roleOpening, roleToken }: RolePhrase): boolean {
  const { start, end } = parsed.columns;
  const before = start[roleOpening] as number;
  const behind = end[roleToken] as number;
  // "Lagos--Police said": two are a dash.
  return (
    /^[-‐‑](?!-)/.test(parsed.text.slice(behind, behind + 2)) ||
    /(?<!-)[-‐‑]$/.test(parsed.text.slice(Math.max(0, before - 2), before))
  );
}

// "urged the parties to talk", "met with both sides": not those who urge and meet them.
function sidesSpokenOf(scene: Scene, phrase: RolePhrase): Resolution | undefined {
  const third = thirdParties(scene, phrase);
  if (third === undefined) return undefined;
  const { sides, country } = third;
  if (sides !== undefined)
    return { actors: sides, via: `${phrase.roleText} -> ${sides.map(({ name }) => name).join(", ")}` };
  const known = scene.reading.lexicon.countries.get(country ?? "");
  return {
    actors: [describedActor(scene, known === undefined ? phrase : { ...phrase, affiliations: [known] })],
  };
}

function oneMeant(scene: Scene, phrase: RolePhrase): Resolution {
  const named = bodyNamed(scene, phrase);
  if (named !== undefined) return { actors: [named] };
  const known = holderOf(scene, phrase) ?? describedBefore(scene, phrase);
  if (known !== undefined) return known;
  const group = armedGroupBefore(scene, phrase);
  return group === undefined
    ? { actors: [describedActor(scene, phrase)] }
    : { actors: [group], via: `${phrase.roleText} -> ${group.name}` };
}

// "the Hamas movement", "Fatah Party", "the al-Qaeda terror network" are Hamas, Fatah and al-Qaeda; "the Hamas government" is not.
function bodyNamed({ cast }: Scene, phrase: RolePhrase): Actor | undefined {
  const [role] = phrase.roles;
  const [body] = phrase.affiliations;
  if (role === undefined || body === undefined || phrase.plural || phrase.isPossessed) return undefined;
  const isBody = role.kind === "group" || role.kind === "organisation";
  const isParty = body.kind === "group" || body.sectors.includes("PTY");
  return isBody && isParty && /^(PTY|REB|PRM|SOC|UNK|UAF|CRM)$/.test(role.sectors[0] ?? "")
    ? actorOf(cast, body)
    : undefined;
}

const DESCRIBED_SENTENCES_BACK = 12;

// "the Russian Foreign Ministry … the ministry", "leaders of the union … the leaders": the nearest body or people of that role.
function describedBefore(scene: Scene, phrase: RolePhrase): Resolution | undefined {
  const { discourse } = scene;
  const role = phrase.roles[0] as Role;
  const isAgain = /^(the|this|these)$/.test(phrase.determiners[0] ?? "");
  const isBare = phrase.affiliations.length === 0 && phrase.determiners.length === 1;
  const isOnePerson = role.kind === "person" && !phrase.plural;
  if (!isAgain || !isBare || isOnePerson || role.name === "people") return undefined;
  for (const { draft } of discourse.before(phrase.start, DESCRIBED_SENTENCES_BACK)) {
    const { actors, form } = draft;
    const isMany = phrase.plural || role.kind === "group";
    const isSame = (actor: Actor) =>
      actor.kind !== "person" &&
      actor.plural === isMany &&
      actor.roles.some((held) => held === role.name || held.endsWith(` ${role.name}`));
    // "the governments of Angola and Zambia … the governments": all of them again.
    if (form !== "nominal" || (actors.length > 1 && !phrase.plural) || !actors.every(isSame)) continue;
    return { actors, via: `${phrase.roleText} -> ${actors.map(({ name }) => name).join(", ")}` };
  }
  return undefined;
}

// "the foreign ministers of France, Germany and Italy": as many actors as countries.
function ofSeveralCountries(scene: Scene, phrase: RolePhrase): Resolution | undefined {
  const countries = phrase.affiliations.filter((actor) => actor.kind === "country");
  if (!phrase.plural || countries.length < 2) return undefined;
  const ofOne = countries.map((country) => ({ ...phrase, affiliations: [country], determiners: ["the"] }));
  return {
    actors: ofOne.map(
      (part) => soleHolder(scene, part) ?? officeHolder(scene, part) ?? describedActor(scene, part),
    ),
  };
}

// "the French president, Emmanuel Macron": the name beside it says who. "his chief adviser, Ine Berg" is of his country.
function beside(scene: Scene, phrase: RolePhrase, holder: Actor | undefined): Resolution | undefined {
  if (holder === undefined) return undefined;
  const isHomeless = holder.country === undefined && holder.code === undefined;
  const country = isHomeless ? (countryOf(phrase) ?? ownOffice(scene, phrase)) : undefined;
  if (country !== undefined && phrase.roles[0]?.sectors[0] === "GOV") holder.country = country;
  return { actors: [holder], via: `apposition -> ${holder.name}` };
}

// "the Kazakh side" is Kazakhstan; "the country" the one just named.
function countryMeant(scene: Scene, phrase: RolePhrase): Resolution | undefined {
  const { reading, discourse, cast } = scene;
  const codes = new Set(phrase.affiliations.flatMap(({ country }) => country ?? []));
  const known = [...codes].flatMap((code) => reading.lexicon.countries.get(code) ?? []);
  if (known.length > 0) {
    const actors = known.slice(0, phrase.plural ? known.length : 1).map((country) => actorOf(cast, country));
    return { actors, via: `${phrase.roleText} -> ${actors.map((actor) => actor.name).join(", ")}` };
  }
  if (phrase.plural && isSomeCountries(scene.reading, phrase))
    return { actors: [describedActor(scene, phrase)] };
  if (phrase.plural || !(phrase.determiners[0] === "the" || phrase.determiners[0] === "this"))
    return undefined;
  for (const { draft } of discourse.before(phrase.start, 1)) {
    const country = draft.form === "name" ? countryNamed(scene, draft.actors[0]) : undefined;
    if (country !== undefined) return { actors: [country], via: `${phrase.roleText} -> ${country.name}` };
  }
  return undefined;
}

// "nearly 70 countries", "Western nations": states, though nobody says which; not "the countries of the world", "other countries".
function isSomeCountries({ parsed }: Reading, { start, roleToken }: RolePhrase): boolean {
  for (let token = start; token < roleToken; token++) {
    const isFirst = parsed.sentenceStart[parsed.sentenceOf(token)] === token;
    if (parsed.columns.upos[token] === TAG.NUM || /^several$/i.test(textOf(parsed, token))) return true;
    if (parsed.columns.upos[token] !== TAG.DET && isCapitalised(parsed, token) && !isFirst) return true;
  }
  return false;
}

// By its name or by some of its people: "Iran", "five Iranians".
function countryNamed({ reading, cast }: Scene, actor: Actor | undefined): Actor | undefined {
  if (actor?.kind === "country") return actor;
  if (actor?.kind !== "group" || !actor.sectors.includes("CVL")) return undefined;
  const country = reading.lexicon.countries.get(actor.country ?? "");
  return country === undefined ? undefined : actorOf(cast, country);
}
