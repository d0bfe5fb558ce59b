import { type ParsedDocument, ROOT } from "../language/parsed-document.ts";
import type { KnownActor, NameSense, Role, RoleSense } from "./actor-lexicon.ts";
import { personNameEnd } from "./person-name.ts";
import { type Found, headOf, isCapitalised, type Reading, relationOf, TAG, textOf } from "./reading.ts";
import { type Draft, draftOf, lowerOf } from "./role-draft.ts";

/** Takes in what stands after a role and before the name: "of Foreign Affairs", "and Foreign Minister". */
export function extendRight(reading: Reading, draft: Draft): void {
  takeDivision(reading, draft);
  if (takeLongTitle(reading, draft)) return;
  // "Russian troops on Ukraine's borders": where they are.
  if (textOf(reading.parsed, draft.end) === "on" && draft.senses.some(isOfForces)) return;
  takeOfPhrase(reading, draft, draft.end);
  // "the Special Envoy of the Netherlands for Afghanistan".
  if (/^(for|to|on)$/.test(textOf(reading.parsed, draft.end))) takeOfPhrase(reading, draft, draft.end);
  for (;;) {
    const next = coordinatedTitle(reading, draft);
    if (next === undefined) return;
    draft.senses.push(next.senses[0] as RoleSense);
    draft.end = next.end;
    draft.roleEnd = next.end;
    draft.complement = "none";
    takeOfPhrase(reading, draft, next.end);
  }
}

function isOfForces({ role: { sectors } }: RoleSense): boolean {
  return /^(MIL|COP|REB|UAF)$/.test(sectors[0] ?? "");
}

// "Secretary (West) Anjali Rao", "General (ret.) Imre Nagy": what an office is for, or that it is past.
function takeDivision(reading: Reading, draft: Draft): void {
  const { parsed } = reading;
  if (textOf(parsed, draft.end) !== "(" || !isCapitalised(parsed, draft.end - 1)) return;
  for (let token = draft.end + 1; token <= draft.end + MOST_DIVISION_WORDS; token++) {
    if (textOf(parsed, token) === ")" && token > draft.end + 1) {
      draft.end = token + 1;
      draft.roleEnd = draft.end;
      return;
    }
    const isKnown = /^(and|&|\.)$/.test(textOf(parsed, token)) || isRetired(reading, token);
    if (!isCapitalised(parsed, token) && !isKnown) return;
  }
}

const MOST_DIVISION_WORDS = 5;

function isRetired(reading: Reading, token: number): boolean {
  return /^(suffix|former)$/.test(reading.lexicon.titleWords.get(lowerOf(reading, token))?.kind ?? "");
}

/**
 * "Deputy Assistant to the President and White House Coordinator for the Middle East Brett McGurk", "Chairman of the National
 * Assembly Vuong Dinh Hue": capitals all the way, through known words only, to a full name. A role after "and" is the person's
 * own, one after "of" or "to" another's.
 */
function takeLongTitle(reading: Reading, draft: Draft): boolean {
  const { parsed } = reading;
  if (!isCapitalised(parsed, draft.end - 1) || draft.senses.some((sense) => sense.plural)) return false;
  const sentenceEnd = parsed.sentenceStart[parsed.sentenceOf(draft.start) + 1] as number;
  const senses: RoleSense[] = [];
  const affiliations: KnownActor[] = [];
  let isComplement = false;
  let isServed = false;
  let preposition = -1;
  let token = draft.end;
  for (; token < sentenceEnd; ) {
    const text = textOf(parsed, token);
    const [role, name] = [reading.roleAt(token), reading.nameAt(token)];
    // "Vice Minister of Commerce, and Ms. Nair": the list goes on to somebody else.
    if (text === "and" && textOf(parsed, token - 1) === ",") return false;
    // "Ada Berg, Director of the Office, Ambassador Lund and": after a name the next comma leads to the next one.
    if (
      text === "," &&
      (draft.isApposed || (affiliations.length === 0 && titleListGoesOn(reading, token + 1)))
    )
      return false;
    if (/^(of|for|to|on|at|and|&|,)$/.test(text)) {
      isComplement = !/^(and|&|,)$/.test(text);
      preposition = token;
      token++;
    } else if (text === "the") token++;
    else if (!isCapitalised(parsed, token)) return false;
    else if (role !== undefined) {
      if (!isComplement) senses.push(role.senses[0] as RoleSense);
      isServed = textOf(parsed, token - 1) === "to";
      token = role.end;
    } else if (name !== undefined) {
      const sense = name.senses[0] as NameSense;
      const isAnothers = isDestination(reading, draft, preposition, sense.actor);
      if (sense.reading !== "other" && !isAnothers) affiliations.push(sense.actor);
      token = name.end;
    } else if (reading.lexicon.titleWords.has(lowerOf(reading, token))) token++;
    else break;
  }
  // "Chief Adviser to President Lund": the name is whom one serves; not "Adviser to the President Ada Berg".
  if (isServed || token <= draft.end || personNameEnd(reading, token) < token + 2) return false;
  if (/^(and|&|,|of|for|to|on|at|the)$/.test(textOf(parsed, token - 1))) return false;
  draft.senses.push(...senses);
  draft.affiliations.push(...affiliations);
  draft.end = token;
  draft.roleEnd = token;
  return true;
}

// "State Councilor and Foreign Minister Wang Yi": one person; not "the Foreign Minister and the President".
function coordinatedTitle(reading: Reading, draft: Draft): Found<RoleSense> | undefined {
  const { parsed } = reading;
  if (!isCapitalised(parsed, draft.roleStart) || draft.senses.some((sense) => sense.plural)) return undefined;
  let token = draft.end;
  if (textOf(parsed, token) === "," && draft.isApposed) return undefined;
  if (token < parsed.tokenCount && /^(and|&|\/|,|[-–])$/.test(textOf(parsed, token))) token++;
  while (token < parsed.tokenCount && isCapitalised(parsed, token) && reading.roleAt(token) === undefined) {
    const kind = reading.lexicon.titleWords.get(lowerOf(reading, token))?.kind;
    if (kind !== "modifier" && kind !== "portfolio" && kind !== "former") return undefined;
    token++;
  }
  const role = token < parsed.tokenCount ? reading.roleAt(token) : undefined;
  if (role === undefined || !isCapitalised(parsed, role.start) || !role.senses[0]?.role.isTitle)
    return undefined;
  if (token >= (parsed.sentenceStart[parsed.sentenceOf(draft.start) + 1] as number)) return undefined;
  if (
    textOf(parsed, draft.end) === "," &&
    draft.affiliations.length === 0 &&
    titleListGoesOn(reading, role.start)
  )
    return undefined;
  const nameLength = nameLengthBehind(reading, role, draft.isApposed);
  // "The Secretary and National Security Advisor Berg": two people, for whoever has two offices is introduced by the full name.
  const isAnother = draft.determiners[0] === "the" && nameLength === 1;
  return nameLength === 0 || isAnother ? undefined : role;
}

// "the President, Ms. Berg, Director Lund, and": three people; not "the Minister, Ms. Berg, said".
function titleListGoesOn(reading: Reading, start: number): boolean {
  const title = reading.roleAt(start);
  const end = title === undefined ? -1 : personNameEnd(reading, title.end);
  if (textOf(reading.parsed, end) !== ",") return false;
  const next = reading.roleAt(end + 1);
  const isTitled = next !== undefined && isCapitalised(reading.parsed, next.start);
  return isTitled || reading.taggedAt(end + 1)?.kind === "PER";
}

/** Tokens of the name that a title goes on to, maybe over further titles; 0 where there is none. */
function nameLengthBehind(reading: Reading, role: Found<RoleSense>, isApposed: boolean): number {
  const draft = { ...draftOf(role), isApposed };
  extendRight(reading, draft);
  return personNameEnd(reading, draft.end) - draft.end;
}

const OF_WORDS: ReadonlySet<string> = new Set(["of", "for", "to", "on"]);

/**
 * Takes in "of Kazakhstan", "of Foreign Affairs", "for Europe and Foreign Affairs", "of France, Germany and Italy". After a
 * known portfolio a name may follow ("Minister of Foreign Affairs Wang Yi"); other capitals are all taken for the portfolio
 * ("Senior Advisor for Public Engagement").
 */
export function takeOfPhrase(reading: Reading, draft: Draft, from: number): void {
  const { parsed } = reading;
  if (from >= parsed.tokenCount) return;
  const isOpening = OF_WORDS.has(textOf(parsed, from)) || isOrigin(reading, draft, from);
  if (!isOpening && !goesOnWithPortfolio(reading, draft, from)) return;
  const isSentOn = draft.senses.some(({ role }) => isSent(role));
  if (textOf(parsed, from) === "to" && !isSentOn && belongsToVerb(parsed, from)) return;
  let end = from;
  let isExpecting = true;
  for (let token = from + 1; token < parsed.tokenCount; ) {
    const name = reading.nameAt(token);
    const text = lowerOf(reading, token);
    if (name !== undefined && opensName(reading, name)) {
      // "the Russian Security Council"
      draft.affiliations.push((name.senses[0] as NameSense).actor);
      token = name.end;
    } else if (name !== undefined && isAffiliation(name) && !opensRole(reading, name.end)) {
      const actor = bodyOrItsCountry(reading, name);
      if (!isDestination(reading, draft, from, actor)) draft.affiliations.push(actor);
      // "secretary of Iran's Security Council": of Iran too, but its words go on.
      if (/^['’]s?$/.test(textOf(parsed, name.end))) break;
      end = token = name.end;
      // "the President of Ukraine, the United States and": only a plural goes on to the next country.
      if (!(draft.senses.at(-1) as RoleSense).plural) break;
    } else if (/^(the|and|&|,|of)$/.test(text)) {
      // "The Secretary of Foreign Affairs, Alicia Bárcena": after a comma only a known portfolio.
      isExpecting = text !== ",";
      token++;
    } else if (isPortfolioWord(reading, draft, token, isExpecting)) {
      const isKnown = reading.lexicon.titleWords.get(text)?.kind === "portfolio";
      if (!isKnown) draft.complement = "open";
      else if (draft.complement === "none") draft.complement = "closed";
      isExpecting = !isKnown;
      end = ++token;
      draft.roleEnd = end;
    } else break;
  }
  if (end > from) draft.end = end;
}

// "the National Security Bureau of Poland", whose namesake another country has: Poland's.
function bodyOrItsCountry(reading: Reading, { senses, end }: Found<NameSense>): KnownActor {
  const { actor } = senses[0] as NameSense;
  if (actor.kind === "country" || textOf(reading.parsed, end) !== "of") return actor;
  const country = reading.nameAt(textOf(reading.parsed, end + 1) === "the" ? end + 2 : end + 1)?.senses[0];
  return country?.actor.kind === "country" ? country.actor : actor;
}

// "the ambassador to Norway" is sent there, and another country's; so is "UN Special Envoy for Libya", unlike "the spokesman for Iran".
function isDestination({ parsed }: Reading, draft: Draft, preposition: number, actor: KnownActor): boolean {
  if (actor.kind !== "country") return false;
  const text = textOf(parsed, preposition);
  return text === "to" || (/^(for|on)$/.test(text) && draft.senses.some(({ role }) => isSent(role)));
}

function isSent({ name, also }: Role): boolean {
  return [name, ...also].some((held) =>
    /\b(ambassador|envoy|representative|coordinator|rapporteur|mediator)$/.test(held),
  );
}

// "with officials from Kenya, Ghana and Togo"; not "evacuated officials from Kenya", who may be anybody's.
function isOrigin(reading: Reading, draft: Draft, preposition: number): boolean {
  const { parsed } = reading;
  const noun = headOf(parsed, preposition);
  if (textOf(parsed, preposition) !== "from" || noun === ROOT || relationOf(parsed, noun) !== "nmod")
    return false;
  const whose = headOf(parsed, noun);
  const isSeveral =
    draft.senses.at(-1)?.plural === true &&
    whose >= draft.start &&
    whose < draft.end &&
    relationOf(parsed, whose) !== "obj";
  const first = textOf(parsed, preposition + 1) === "the" ? preposition + 2 : preposition + 1;
  const name = reading.nameAt(first);
  return isSeveral && name !== undefined && isAffiliation(name);
}

// "Minister for Foreign Affairs and Regional Integration": the role's own words are the first of several portfolios.
function goesOnWithPortfolio(reading: Reading, draft: Draft, from: number): boolean {
  const { role } = draft.senses.at(-1) as RoleSense;
  return (
    / (of|for) /.test(role.name) &&
    /^(and|&|,)$/.test(textOf(reading.parsed, from)) &&
    isCapitalised(reading.parsed, from + 1) &&
    reading.roleAt(from + 1) === undefined &&
    reading.lexicon.titleWords.get(lowerOf(reading, from + 1))?.kind === "portfolio"
  );
}

// "extradited a drug lord to the United States": whither, unlike "the ambassador to the United States".
function belongsToVerb(parsed: ParsedDocument, preposition: number): boolean {
  const noun = headOf(parsed, preposition);
  const whose = noun === ROOT ? ROOT : headOf(parsed, noun);
  return whose !== ROOT && parsed.columns.upos[whose] === TAG.VERB && relationOf(parsed, noun) === "obl";
}

function isPortfolioWord(reading: Reading, draft: Draft, token: number, isExpecting: boolean): boolean {
  const { parsed } = reading;
  if (!isCapitalised(parsed, token) || !isCapitalised(parsed, draft.roleEnd - 1)) return false;
  if (reading.nameAt(token) !== undefined) return false;
  // "Ministry of National Defense": there "national" is nobody.
  const kind = reading.lexicon.titleWords.get(lowerOf(reading, token))?.kind;
  if (kind === "portfolio" || (kind === "modifier" && isExpecting)) return true;
  return isExpecting && reading.roleAt(token) === undefined;
}

// "the commander of US forces": the country belongs to the role that it opens.
function opensRole(reading: Reading, token: number): boolean {
  return token < reading.parsed.tokenCount && reading.roleAt(token) !== undefined;
}

function opensName(reading: Reading, name: Found<NameSense>): boolean {
  const isAdjective = name.senses.some((sense) => sense.reading === "adjective");
  return isAdjective && reading.nameAt(name.end) !== undefined;
}

function isAffiliation(name: Found<NameSense>): boolean {
  return /^(name|seat|place|capital)$/.test(name.senses[0]?.reading ?? "");
}
