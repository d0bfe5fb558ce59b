import { UPOS } from "../language/parsed-document.ts";
import { isCapitalised, type Reading, TAG, textOf } from "./reading.ts";

/**
 * Where a person's name that begins at a token ends: "Mukhtar Tleuberdi", "Ursula von der Leyen", "Kassym-Jomart Tokayev",
 * "Joseph R. Biden, Jr."; not "President of Ukraine", "Senior Officials", "reporters Monday".
 * @returns the token after the name; `from` itself where no name begins
 */
export function personNameEnd(reading: Reading, from: number): number {
  if (!opensName(reading, from)) return from;
  const tagged = reading.taggedAt(from);
  const isTagged = tagged?.kind === "PER" && tagged.start === from;
  let end = isTagged ? endAfterHyphens(reading, tagged.end) : from + 1;
  // "Pieter van der Berg": taggers end a name before its particles.
  if (isTagged && (end >= reading.parsed.tokenCount || !isParticle(reading, end))) {
    return endAfterSuffix(reading, end);
  }
  for (let next = end; next < reading.parsed.tokenCount; next = end) {
    const after = continuedName(reading, next);
    if (after === next) break;
    end = after;
  }
  return endAfterSuffix(reading, end);
}

const NAME_TAGS: ReadonlySet<number> = new Set(
  ["PROPN", "NOUN", "ADJ", "X", "VERB"].map((tag) => UPOS.indexOf(tag as "PROPN")),
);

function opensName(reading: Reading, token: number): boolean {
  const { parsed } = reading;
  if (token >= parsed.tokenCount || !isCapitalised(parsed, token)) return false;
  if (!NAME_TAGS.has(parsed.columns.upos[token] as number)) return false;
  const isRole = reading.roleAt(token) !== undefined && !isAlsoKin(reading, token);
  if (isRole || isSentenceStart(reading, token)) return isNameSentenceStart(reading, token);
  const name = reading.nameAt(token);
  return name === undefined || isAlsoForename(reading, name.end);
}

// "Minister Son": a word for kin or company is a name where it is written as one.
function isAlsoKin(reading: Reading, token: number): boolean {
  const role = reading.roleAt(token);
  return (
    role !== undefined &&
    role.end === token + 1 &&
    role.senses.every(({ role: { kind } }) => kind === "relational") &&
    reading.parsed.columns.upos[token] === TAG.PROPN
  );
}

function isNameSentenceStart(reading: Reading, token: number): boolean {
  const name = reading.nameAt(token);
  return (
    reading.roleAt(token) === undefined &&
    (name === undefined || isAlsoForename(reading, name.end)) &&
    reading.parsed.columns.upos[token] === TAG.PROPN
  );
}

function isSentenceStart(reading: Reading, token: number): boolean {
  return reading.parsed.sentenceStart[reading.parsed.sentenceOf(token)] === token;
}

// "Prime Minister Jordan Peters": the country's name is a forename where a surname follows it.
function isAlsoForename(reading: Reading, end: number): boolean {
  const { parsed } = reading;
  return (
    isCapitalised(parsed, end) &&
    parsed.columns.upos[end] === TAG.PROPN &&
    reading.nameAt(end) === undefined &&
    reading.roleAt(end) === undefined
  );
}

// "Michael Jordan": after a forename a country's name is a surname.
function isAlsoSurname(reading: Reading, token: number): boolean {
  const name = reading.nameAt(token);
  const before = reading.words.words[(reading.words.firstWord[token] as number) - 1] ?? "";
  return (
    name !== undefined &&
    name.end === token + 1 &&
    name.senses.some((sense) => sense.reading === "name" || sense.reading === "capital") &&
    reading.nameAt(token - 1) === undefined &&
    reading.lexicon.forenames.has(before)
  );
}

/** The token after the next part of a name, or `token` where the name does not go on. */
function continuedName(reading: Reading, token: number): number {
  const { parsed } = reading;
  if (startsSentence(reading, token)) return token;
  const { start, end } = parsed.columns;
  const isHyphen = /^[-‐‑–]$/.test(parsed.text.slice(start[token], end[token]));
  if (isHyphen) {
    const isJoined = start[token] === end[token - 1] && start[token + 1] === end[token];
    return isJoined && !startsSentence(reading, token + 1) ? token + 2 : token;
  }
  if (isParticle(reading, token)) {
    const isWordItself = isCapitalised(parsed, token) ? token + 1 : token;
    let next = token + 1;
    while (next < parsed.tokenCount && isParticle(reading, next)) next++;
    return continuesWithName(reading, next) || /^[-‐‑–]$/.test(parsed.text.slice(start[next], end[next]))
      ? next
      : isWordItself;
  }
  return continuesWithName(reading, token) ? token + 1 : token;
}

function continuesWithName(reading: Reading, token: number): boolean {
  const { parsed } = reading;
  if (token >= parsed.tokenCount || startsSentence(reading, token) || !isCapitalised(parsed, token))
    return false;
  if (!NAME_TAGS.has(parsed.columns.upos[token] as number)) return false;
  return (
    (reading.roleAt(token) === undefined || isNameInside(reading, token)) &&
    (reading.nameAt(token) === undefined || isAlsoSurname(reading, token))
  );
}

// "Mohammed Shia al-Sudani", "Hossein Amir-Abdollahian": a word that could name a part in events stands amid the name.
function isNameInside(reading: Reading, token: number): boolean {
  if (isHyphenated(reading, token)) return true;
  const role = reading.roleAt(token);
  const isOther = role?.senses.every((sense) => sense.role.isTitle || sense.plural) ?? true;
  return !isOther && isParticle(reading, token + 1);
}

function isHyphenated({ parsed }: Reading, token: number): boolean {
  const { start, end } = parsed.columns;
  const isJoined = end[token] === start[token + 1] && end[token + 1] === start[token + 2];
  return isJoined && /^[-‐‑–]$/.test(textOf(parsed, token + 1)) && isCapitalised(parsed, token + 2);
}

function startsSentence(reading: Reading, token: number): boolean {
  return token < reading.parsed.tokenCount && isSentenceStart(reading, token);
}

function isParticle(reading: Reading, token: number): boolean {
  const word = reading.words.lower[reading.words.firstWord[token] as number];
  return word !== undefined && reading.lexicon.titleWords.get(word)?.kind === "particle";
}

// "Han Duck-soo": what a hyphen joins belongs to the name.
function endAfterHyphens(reading: Reading, from: number): number {
  let end = from;
  while (end < reading.parsed.tokenCount && /^[-‐‑–]$/.test(textOf(reading.parsed, end))) {
    const after = continuedName(reading, end);
    if (after === end) break;
    end = after;
  }
  return end;
}

// "Joseph R. Biden, Jr.": the comma belongs to the suffix.
function endAfterSuffix(reading: Reading, end: number): number {
  const { parsed, words, lexicon } = reading;
  const isSuffix = (token: number) =>
    token < parsed.tokenCount &&
    lexicon.titleWords.get(words.lower[words.firstWord[token] as number] ?? "")?.kind === "suffix";
  if (isSuffix(end)) return end + 1;
  const isComma = end < parsed.tokenCount && parsed.text[parsed.columns.start[end] as number] === ",";
  return isComma && isSuffix(end + 1) ? end + 2 : end;
}

/** The comparable words of a name, without suffixes ("Jr."). */
export function nameWords(reading: Reading, start: number, end: number): string[] {
  const { words, lexicon } = reading;
  const from = words.firstWord[start] as number;
  const to = words.firstWord[end] as number;
  return words.words
    .slice(from, to)
    .filter((word) => /\p{L}/u.test(word) && lexicon.titleWords.get(word.toLowerCase())?.kind !== "suffix");
}
