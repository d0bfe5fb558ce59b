/**
 * The line a wire story opens with, before its first sentence: "WASHINGTON, March 20 -", "Moscow. Jan 10 (Interfax) –",
 * "KYIV —". It has no verb and is nobody's subject, so it is read as a sentence of its own.
 */

/** A word of four letters or more, or several words: "US - China talks" opens with no place. */
const CAPITALS = String.raw`(?:\p{Lu}[\p{Lu}'’.-]{3,}|\p{Lu}[\p{Lu}'’.-]+(?= \p{Lu}{2}))(?: \p{Lu}[\p{Lu}'’.-]*){0,3}`;
const NAME = String.raw`\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){0,3}`;
/** The country, state or second city of the place. */
const REGION = `(?:[,/] ?${NAME}){0,2}`;
const DAY = String.raw`(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{L}{2,8}\.?)(?:,? \d{4})?`;
const AGENCY = String.raw`\([^()\n]{2,40}\)`;
/** A dash with white space on both sides, or a long one with none. */
const DASH = String.raw`(?: (?:-{1,2}|[–—])(?=\s)|[—])`;

/** A day or an agency makes any name a place. */
const DATED = new RegExp(`${NAME}${REGION}(?:[,.] ?${DAY}(?: ?${AGENCY})?| ${AGENCY})${DASH}`, "uy");
/** A place alone is written in capitals, and what follows opens a sentence. */
const PLACE = new RegExp(String.raw`${CAPITALS}${REGION}${DASH}(?=\s*["'“‘«]?[\p{Lu}\d])`, "uy");

/** Offset after the dash that closes the dateline opening at `start` (UTF-16 units), -1 where there is none. */
export function datelineEnd(text: string, start: number): number {
  for (const pattern of [DATED, PLACE]) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return -1;
}
