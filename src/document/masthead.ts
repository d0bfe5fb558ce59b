import { type Document, dateSchema } from "./document.ts";

/** What stands above a plain text: its title, its day, and the lines that say where it comes from. */
export interface Masthead {
  readonly title?: string;
  readonly date?: string;
  /** All lines above the text, without white space around them. */
  readonly lines: readonly string[];
}

/** Longest line that is a heading and no paragraph, in UTF-16 units. */
const LONGEST_LINE = 240;
/** Most lines of one heading: "THE WHITE HOUSE", "Office of the Press Secretary", … */
const MOST_LINES = 4;
const MOST_PARAGRAPHS = 6;
/** Words of a title: shorter lines are more often labels ("The White House"), and the shortest nothing else ("Press release"). */
const TITLE_WORDS = [4, 3];

/**
 * Reads what stands above a plain text. A heading is a paragraph of a few short lines that close no sentence; where no
 * text follows, or where the first paragraph is text already, there is none.
 */
export function mastheadOf(text: string): Masthead {
  const lines: string[] = [];
  let paragraphs = 0;
  for (const paragraph of paragraphsOf(text)) {
    if (!isHeading(paragraph)) return paragraphs === 0 ? { lines: [] } : read(lines);
    if (++paragraphs > MOST_PARAGRAPHS) break;
    lines.push(...paragraph);
  }
  return { lines: [] }; // a list of names or of headlines, and no text
}

/** A document with the title and the day that stand above its text, where it has none of its own. */
export function withMasthead(document: Document): Document {
  if (document.title !== undefined && document.date !== undefined) return document;
  const { lines: _, ...written } = mastheadOf(document.text);
  return { ...written, ...document };
}

/** Paragraphs as lines. A line that is too long for a heading is a paragraph of its own, whatever stands before it. */
function* paragraphsOf(text: string): Generator<string[]> {
  let lines: string[] = [];
  for (const [line] of text.matchAll(/[^\r\n]+|\r?\n[^\S\n]*(?=\r?\n)/g)) {
    const trimmed = line.trim();
    const isBreak = trimmed === "" || trimmed.length > LONGEST_LINE;
    if (isBreak && lines.length > 0) {
      yield lines;
      lines = [];
    }
    if (trimmed.length > LONGEST_LINE) yield [trimmed];
    else if (trimmed !== "") lines.push(trimmed);
  }
  if (lines.length > 0) yield lines;
}

const CLOSED = /[.!?:;,…]["'”’)\]]*$/;

function isHeading(lines: readonly string[]): boolean {
  if (lines.length > MOST_LINES) return false;
  return lines.every(
    (line) => line.length <= LONGEST_LINE && (!CLOSED.test(line) || dateOf(line) !== undefined),
  );
}

function read(lines: readonly string[]): Masthead {
  const date = lines.map(dateOf).find((day) => day !== undefined);
  const titles = lines.filter((line) => !isDateLine(line) && !isSender(line));
  const title = TITLE_WORDS.map((least) => titles.find((line) => line.split(/\s+/).length >= least)).find(
    (line) => line !== undefined,
  );
  return { ...(title === undefined ? {} : { title }), ...(date === undefined ? {} : { date }), lines };
}

/** "Office of the Press Secretary", "Ministry of Foreign Affairs of Japan", "FOR IMMEDIATE RELEASE": who sends, not what is said. */
const SENDER =
  /^(the )?((for )?immediate release|(press )?office of|(federal )?ministry (of|for)|department (of|for)|embassy of|permanent mission|government of|republic of|kingdom of|no\.?:? ?\d)/i;

// "2024-04-24 Ministry of Foreign Affairs of Japan": its day may stand before it.
function isSender(line: string): boolean {
  const day = dayIn(line);
  return SENDER.test(day?.start === 0 ? line.slice(day.end).trimStart() : line);
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
/** Full days as texts write them. With slashes only the year may open: 05/06/2024 is two days. */
const FORMS = [
  String.raw`\b${DAY} (?:of )?${MONTH},? ${YEAR}\b`,
  String.raw`\b${MONTH} ${DAY},? ${YEAR}\b`,
  String.raw`\b${YEAR}[-/](?<month>\d{2})[-/](?<day>\d{2})\b`,
  String.raw`\b(?<day>\d{1,2})\.(?<month>\d{1,2})\.${YEAR}\b`,
].map((form) => new RegExp(form, "i"));

interface Day {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

function dayIn(line: string): Day | undefined {
  for (const form of FORMS) {
    const found = form.exec(line);
    const { year = "", month = "", day = "" } = found?.groups ?? {};
    if (found === null) continue;
    const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    const date = [year, `${number}`.padStart(2, "0"), day.padStart(2, "0")].join("-");
    if (dateSchema.safeParse(date).success) {
      return { date, start: found.index, end: found.index + found[0].length };
    }
  }
  return undefined;
}

/** The day of a line that dates its text; not the one of which a title speaks: "Remarks on the Anniversary of 24 February 2022". */
function dateOf(line: string): string | undefined {
  const day = dayIn(line);
  if (day === undefined) return undefined;
  const before = line.slice(0, day.start).trimEnd();
  const after = line.slice(day.end).trimStart();
  if (isDateLine(line, day)) return day.date;
  const isSetOff =
    (before === "" || /[,:;|(–—-]$/.test(before)) && (after === "" || /^[,:;|)–—-]/.test(after));
  const isOfTheText = after === "" && OCCASION_OF_TEXT.test(before);
  return isSetOff || isOfTheText || (before === "" && isSender(line)) ? day.date : undefined;
}

/** What is written down on the day it is held on: "Regular Press Conference on May 23, 2024". */
const OCCASION_OF_TEXT = /\b(press|media|news) (conference|briefing|availability)\b.* (on|of)$/i;

/** Around the day a line of its own has no more than a place, a weekday, the time of day and a label. */
const BESIDE_DAY =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?|[A-Z]{2,4}T|GMT|UTC|local time|date|dated|(?:last )?updated|published|issued|posted|released?|immediate|for|on|at)\b/gi;
const MOST_PLACE_WORDS = 5;

function isDateLine(line: string, day = dayIn(line)): boolean {
  if (day === undefined || OCCASION_OF_TEXT.test(line.slice(0, day.start).trimEnd())) return false;
  const rest = `${line.slice(0, day.start)} ${line.slice(day.end)}`.replace(BESIDE_DAY, " ");
  const words = rest.match(/[\p{L}\p{N}'’.]+/gu) ?? [];
  return (
    words.length <= MOST_PLACE_WORDS &&
    words.every((word) => /^[\p{Lu}\p{N}.]/u.test(word)) &&
    !/[.!?]\s+\p{L}/u.test(rest)
  );
}

/** The words before the day of a line of its own: "Paris, 14 March 2024", "WASHINGTON, D.C. – May 5, 2021". */
export function placeOfDateLine(line: string): string | undefined {
  const day = dayIn(line);
  if (!isDateLine(line, day)) return undefined;
  const place = line
    .slice(0, day?.start)
    .replace(BESIDE_DAY, " ")
    .replace(/[\s,:;|–—-]+$/u, "")
    .trim();
  return place === "" ? undefined : place;
}
