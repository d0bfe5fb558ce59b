import { type ParsedDocument, ROOT } from "../language/parsed-document.ts";
import type { KnownActor, NameSense, Role, RoleSense } from "./actor-lexicon.ts";
import { personNameEnd } from "./person-name.ts";
import {
  deprelOf,
  type Found,
  headOf,
  isCapitalised,
  isHyphenPart,
  type Reading,
  rangeText,
  relationOf,
  TAG,
  textOf,
} from "./reading.ts";

/** A person, group or body described by role, with or without a name: "Kazakh Foreign Minister Mukhtar Tleuberdi", "the Kazakh authorities". */
export interface RolePhrase {
  /** Token indexes, determiner and name included, phrases after the name not: `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Where the phrase ends with the role phrases that complete it: "spokesman for [the Iranian foreign ministry]". */
  readonly reach: number;
  /** Several where titles are coordinated: "Deputy Prime Minister and Foreign Minister". */
  readonly roles: readonly Role[];
  /** As written: "Deputy Prime Minister and Foreign Minister". */
  readonly roleText: string;
  readonly plural: boolean;
  /** "former", "late", "then": the role is past. */
  readonly former: boolean;
  /** The role's first noun's last token. */
  readonly roleToken: number;
  /** Token indexes of the name. */
  readonly name?: readonly [number, number];
  /** Countries and organisations that the words say it belongs to; several in "leaders of France and Italy". */
  readonly affiliations: readonly KnownActor[];
  /** Whether it opens with a possessor: "China's foreign minister". */
  readonly isPossessed: boolean;
  /** Whether a phrase behind it says where its people are: "our partners in Chad". */
  readonly isPlaced?: boolean;
  /** "the", "his", "a", "both", "two" …, in lower case, the outermost first. */
  readonly determiners: readonly string[];
}

/** All role phrases of a text, in order. */
export function rolePhrases(reading: Reading): RolePhrase[] {
  const phrases: RolePhrase[] = [];
  let after = 0;
  for (const role of reading.roles) {
    if (role.start < after || !hasNoun(reading, role) || isBeforeOffice(reading, role)) continue;
    const phrase = readRolePhrase(reading, role, after);
    const body = phrases.at(-1);
    if (body !== undefined && isOfBody(reading, body, phrase))
      phrases[phrases.length - 1] = within(body, phrase);
    else phrases.push(phrase);
    after = phrase.end;
  }
  return phrases;
}

// "Deputy White House Counsel": a word that is an office by itself only says of which kind the next one is.
function isBeforeOffice(reading: Reading, role: Found<RoleSense>): boolean {
  const { parsed, lexicon, nameAt, roleAt } = reading;
  if (role.end - role.start > 1 || lexicon.titleWords.get(lowerOf(reading, role.start))?.kind !== "modifier")
    return false;
  const house = nameAt(role.end);
  const office = house === undefined ? undefined : roleAt(house.end);
  return office !== undefined && isCapitalised(parsed, role.start) && isCapitalised(parsed, office.start);
}

// "Gender Policy Council Director Ada Berg", "the Foreign Affairs Committee Chairman": one office of that body.
function isOfBody({ parsed }: Reading, body: RolePhrase, office: RolePhrase): boolean {
  const [first, second] = [body.roles[0], office.roles[0]];
  const isBody = first?.kind === "organisation" || first?.kind === "group";
  return (
    isBody &&
    body.name === undefined &&
    second?.kind === "person" &&
    second.isTitle &&
    !office.plural &&
    body.end === office.start &&
    isCapitalised(parsed, body.end - 1) &&
    isCapitalised(parsed, office.start)
  );
}

function within(body: RolePhrase, office: RolePhrase): RolePhrase {
  return {
    ...office,
    start: body.start,
    roleText: `${body.roleText} ${office.roleText}`,
    affiliations: [...body.affiliations, ...office.affiliations],
    isPossessed: body.isPossessed,
    determiners: body.determiners,
  };
}

// "pressed", "the general view": the same word as a verb or an adjective.
function hasNoun({ parsed }: Reading, { start, end }: Found<RoleSense>): boolean {
  return parsed.columns.upos.subarray(start, end).some((upos) => upos === TAG.NOUN || upos === TAG.PROPN);
}

interface Draft {
  start: number;
  end: number;
  roleStart: number;
  roleEnd: number;
  former: boolean;
  isPossessed: boolean;
  /** Whether it stands beside a name before it: "Ada Berg, Director". */
  isApposed: boolean;
  /** "of Foreign Affairs": closed where its last word is a known portfolio, open where a name could not be told from it. */
  complement: "none" | "closed" | "open";
  readonly determiners: string[];
  readonly senses: RoleSense[];
  readonly affiliations: KnownActor[];
}

function readRolePhrase(reading: Reading, found: Found<RoleSense>, floor: number): RolePhrase {
  const draft = draftOf(found);
  extendLeft(reading, draft, Math.max(floor, sentenceStartOf(reading, found.start)));
  draft.isApposed = isAfterNamed(reading, draft.start);
  extendRight(reading, draft);
  const name = namedAfter(reading, draft);
  if (name !== undefined) {
    draft.end = name[1];
    if (textOf(reading.parsed, name[1]) === "of") takeOfPhrase(reading, draft, name[1]);
  }
  const { start, end, former, determiners } = draft;
  return {
    start,
    end,
    reach: end,
    roles: draft.senses.map((sense) => sense.role),
    roleText: rangeText(reading.parsed, draft.roleStart, draft.roleEnd),
    plural: draft.senses.some((sense) => sense.plural),
    former,
    isPossessed: draft.isPossessed,
    determiners,
    roleToken: found.end - 1,
    affiliations: draft.affiliations,
    ...(name === undefined ? {} : { name }),
  };
}

// "Ada Berg, Senior Adviser to the President and Director": also where other titles of hers stand between.
function isAfterNamed(reading: Reading, start: number): boolean {
  const { parsed } = reading;
  let token = start - 1;
  while (token > start - MOST_TITLE_WORDS && isTitleLike(reading, token)) token--;
  return textOf(parsed, token) === "," && reading.taggedAt(token - 1)?.kind === "PER";
}

const MOST_TITLE_WORDS = 12;

function isTitleLike({ parsed }: Reading, token: number): boolean {
  return isCapitalised(parsed, token) || /^(of|for|to|the|and|&)$/.test(textOf(parsed, token));
}

function draftOf({ start, end, senses }: Found<RoleSense>): Draft {
  return {
    start,
    end,
    roleStart: start,
    roleEnd: end,
    former: false,
    isPossessed: false,
    isApposed: false,
    complement: "none",
    determiners: [],
    senses: [senses[0] as RoleSense],
    affiliations: [],
  };
}

function sentenceStartOf(reading: Reading, token: number): number {
  return reading.parsed.sentenceStart[reading.parsed.sentenceOf(token)] as number;
}

function lowerOf(reading: Reading, token: number): string {
  return reading.words.lower[reading.words.firstWord[token] as number] ?? "";
}

/** Takes in what stands before a role: "the former Kazakh", "China's first female". */
function extendLeft(reading: Reading, draft: Draft, floor: number): void {
  const { parsed } = reading;
  for (let token = draft.start - 1; token >= floor; token = draft.start - 1) {
    const name = reading.nameAt(token);
    if (name !== undefined) {
      const sense = name.senses.find((s) => s.reading !== "other");
      if (sense === undefined || isHyphenPart(reading, name)) return;
      draft.affiliations.unshift(sense.actor);
      draft.start = name.start;
      continue;
    }
    if (/^['’]s?$/.test(textOf(parsed, token))) {
      takePossessor(reading, draft, token);
      return;
    }
    // "Republic of Korea (ROK) National Security Advisor".
    if (textOf(parsed, token) === ")" && token - 2 >= floor && textOf(parsed, token - 2) === "(") {
      draft.start = token - 2;
      continue;
    }
    // "Russian and Ukrainian officials", "US, French and British troops".
    if (/^(and|,|or)$/.test(textOf(parsed, token)) && listsAdjectives(reading, draft, token)) {
      draft.start = token;
      continue;
    }
    if (parsed.columns.upos[token] === TAG.DET || relationOf(parsed, token) === "nummod") {
      draft.determiners.unshift(lowerOf(reading, token));
      draft.start = token;
      if (parsed.columns.upos[token] === TAG.DET) return;
      continue;
    }
    if (deprelOf(parsed, token) === "nmod:poss" && parsed.columns.upos[token] === TAG.PRON) {
      draft.determiners.unshift(lowerOf(reading, token));
      draft.start = token;
      return;
    }
    // "front-line police": the hyphen binds the word before it too.
    if (isJoiningHyphen(reading, token) && isModifier(reading, draft, token + 1)) {
      draft.start = token;
      continue;
    }
    if (!isModifier(reading, draft, token) && !isJoiningHyphen(reading, token + 1)) return;
    // "received in audience Portuguese Prime Minister": a noun before the nationality is another phrase's.
    const isTitle = reading.lexicon.titleWords.has(lowerOf(reading, token));
    if (parsed.columns.upos[token] === TAG.NOUN && !isTitle && reading.nameAt(draft.start) !== undefined)
      return;
    if (reading.lexicon.titleWords.get(lowerOf(reading, token))?.kind === "former") draft.former = true;
    else if (draft.roleStart === token + 1) draft.roleStart = token;
    draft.start = token;
  }
}

function isJoiningHyphen({ parsed }: Reading, token: number): boolean {
  const { start, end } = parsed.columns;
  return (
    /^[-‐‑]$/.test(textOf(parsed, token)) &&
    end[token - 1] === start[token] &&
    end[token] === start[token + 1]
  );
}

function listsAdjectives(reading: Reading, draft: Draft, token: number): boolean {
  const isAffiliation = (at: number) =>
    at >= 0 && (reading.nameAt(at)?.senses.some((sense) => sense.reading === "adjective") ?? false);
  return draft.senses.some((sense) => sense.plural) && isAffiliation(token - 1) && isAffiliation(draft.start);
}

// "China's Foreign Minister": the possessor is a mention of its own and says where the minister belongs.
function takePossessor(reading: Reading, draft: Draft, apostrophe: number): void {
  const possessor = reading.nameAt(apostrophe - 1);
  const sense = possessor?.senses.find((s) => s.reading !== "other" && s.reading !== "adjective");
  if (possessor === undefined || sense === undefined) return;
  draft.affiliations.unshift(sense.actor);
  draft.start = possessor.start;
  draft.isPossessed = true;
}

function isModifier(reading: Reading, draft: Draft, token: number): boolean {
  const { parsed, lexicon } = reading;
  const kind = lexicon.titleWords.get(lowerOf(reading, token))?.kind;
  const upos = parsed.columns.upos[token];
  const isTitleWord =
    kind !== undefined && isCapitalised(parsed, token) && isCapitalised(parsed, draft.roleEnd - 1);
  // "Ebrahim Raisi, then president of Iran"; not "Then protesters came".
  if (kind === "former" && /^(,|the|a|an|his|her|its|their)$/.test(textOf(parsed, token - 1))) return true;
  // "Kenya's newly appointed foreign minister".
  if (kind === "modifier" && qualifies(reading, draft, token)) return true;
  if (upos === TAG.ADP || (!isTitleWord && (upos === TAG.VERB || upos === TAG.ADV))) return false;
  if (kind === "modifier" || kind === "former" || kind === "portfolio") return true;
  if (upos !== TAG.ADJ && upos !== TAG.NOUN && upos !== TAG.PROPN) return false;
  const relation = relationOf(parsed, token);
  const head = headOf(parsed, token);
  return (relation === "amod" || relation === "compound") && head >= draft.start && head < draft.roleEnd;
}

function qualifies({ parsed }: Reading, draft: Draft, token: number): boolean {
  const head = headOf(parsed, token);
  return /^(amod|advmod)$/.test(relationOf(parsed, token)) && head > token && head < draft.roleEnd;
}

/** Takes in what stands after a role and before the name: "of Foreign Affairs", "and Foreign Minister". */
function extendRight(reading: Reading, draft: Draft): void {
  takeDivision(reading, draft);
  if (takeLongTitle(reading, draft)) return;
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
function takeOfPhrase(reading: Reading, draft: Draft, from: number): void {
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

/**
 * The name after a title: "President Xi", "French president Emmanuel Macron". Any role of one person may stand before a full
 * name in lower case: "presidential aide Yury Ushakov".
 */
function namedAfter(reading: Reading, draft: Draft): readonly [number, number] | undefined {
  const { role } = draft.senses.at(-1) as RoleSense;
  if (!(role.isTitle || isCalling(reading, draft))) return undefined;
  const end = personNameEnd(reading, draft.end);
  // "Advisor for Emerging Technology Ada Berg": where no known word parts the office from the name, the name tagger may.
  if (draft.complement === "open" && !isTaggedPerson(reading, draft.end, end)) return undefined;
  const isShort = end === draft.end + 1;
  if (end === draft.end || (isShort && (draft.complement === "closed" || !role.isTitle))) return undefined;
  // "Minister for Maritime Affairs": the last word would be an office's.
  if (!isShort && reading.lexicon.titleWords.get(lowerOf(reading, end - 1))?.kind === "portfolio")
    return undefined;
  if (sentenceStartOf(reading, end - 1) !== sentenceStartOf(reading, draft.start)) return undefined;
  return [draft.end, end];
}

function isTaggedPerson(reading: Reading, start: number, end: number): boolean {
  const tagged = reading.taggedAt(start);
  return tagged?.kind === "PER" && tagged.start === start && tagged.end === end && end > start + 1;
}

function isCalling(reading: Reading, draft: Draft): boolean {
  const { role } = draft.senses.at(-1) as RoleSense;
  return role.kind === "person" && !isCapitalised(reading.parsed, draft.end - 1);
}
