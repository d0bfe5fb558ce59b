import { leaderIn } from "./leaders.ts";
import { actorMeant } from "./name-senses.ts";
import {
  deprelOf,
  headOf,
  isCapitalised,
  isHyphenPart,
  type Reading,
  relationOf,
  TAG,
  textOf,
} from "./reading.ts";
import { type Draft, lowerOf } from "./role-draft.ts";

/** Takes in what stands before a role: "the former Kazakh", "China's first female". */
export function extendLeft(reading: Reading, draft: Draft, floor: number): void {
  const { parsed } = reading;
  for (let token = draft.start - 1; token >= floor; token = draft.start - 1) {
    const name = reading.nameAt(token);
    if (name !== undefined) {
      const actor = actorMeant(name);
      if (actor === undefined || isHyphenPart(reading, name)) return;
      draft.affiliations.unshift(actor);
      draft.start = name.start;
      continue;
    }
    // "the Saudi-led coalition"
    const leading = token - 2 >= floor ? reading.nameAt(token - 2) : undefined;
    const leader = leading === undefined ? undefined : leaderIn(reading, leading);
    if (leading !== undefined && leader?.end === token + 1) {
      draft.affiliations.unshift(leader.actor);
      draft.start = leading.start;
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
