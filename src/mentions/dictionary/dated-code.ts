/** A code that holds for a time: days `YYYYMMDD`, both included; without limits it always holds. */
export interface DatedCode {
  readonly code: string;
  readonly from?: number;
  readonly to?: number;
}

/** What stands between the brackets of a dictionary's code, or a sentence on what is wrong with it. */
export type ReadCode = DatedCode | string;

/**
 * Reads `AFGGOV`, `AFGELI <780427`, `AFGGOV >20011222`, `AFGGOV 780427-780430`.
 * Two digits of a year above 30 are of the 1900s.
 */
export function readDatedCode(text: string): ReadCode {
  const [, code, limits = ""] = /^\s*([^\s<>]+)\s*(.*?)\s*$/.exec(text) ?? [];
  if (code === undefined) return "there is no code between the brackets";
  const upper = code.toUpperCase();
  if (limits === "") return { code: upper };
  const one = /^([<>])\s*(\S+)$/.exec(limits);
  const range = /^(\d+)\s*-\s*(\d+)$/.exec(limits);
  if (one === null && range === null) {
    return `"${limits}" is no time; expected "<DATE", ">DATE" or "DATE-DATE"`;
  }
  const days = (one === null ? [range?.[1], range?.[2]] : [one[2]]).map((date) => dayOf(date ?? ""));
  const wrong = days.find((day) => typeof day === "string");
  if (wrong !== undefined) return wrong;
  const [first, last] = days as number[];
  if (one !== null)
    return one[1] === "<" ? { code: upper, to: first as number } : { code: upper, from: first as number };
  if ((last as number) < (first as number))
    return `the time ends (${range?.[2]}) before it begins (${range?.[1]})`;
  return { code: upper, from: first as number, to: last as number };
}

const LAST_YEAR_OF_2000S = 30;

/** `YYYYMMDD` of a date with four or two digits of its year. Days past a month's end, as lists of leaders have them, count as its end. */
function dayOf(date: string): number | string {
  const wrong = `"${date}" is no date; expected YYYYMMDD or YYMMDD`;
  if (!/^(\d{6}|\d{8})$/.test(date)) return wrong;
  const year = Number(date.slice(0, -4));
  const century = date.length === 8 ? 0 : year > LAST_YEAR_OF_2000S ? 1900 : 2000;
  const [month, day] = [Number(date.slice(-4, -2)), Number(date.slice(-2))];
  if (month < 1 || month > 12 || day < 1 || day > 31) return wrong;
  return (century + year) * 10_000 + month * 100 + day;
}

/**
 * The code that holds on a day: the first with limits that it lies within, else the first without.
 * @param date `YYYY-MM-DD`; where a document has none, only what always holds counts, or the country that all codes share
 * @returns nothing where none holds
 */
export function codeOn(codes: readonly DatedCode[], date: string | undefined): string | undefined {
  const lasting = codes.find(({ from, to }) => from === undefined && to === undefined)?.code;
  if (date === undefined) return lasting ?? sharedCountry(codes);
  const day = Number(date.replaceAll("-", ""));
  const held = codes.find(
    ({ from, to }) =>
      !(from === undefined && to === undefined) &&
      (from === undefined || from <= day) &&
      (to === undefined || day <= to),
  );
  return held?.code ?? lasting;
}

function sharedCountry(codes: readonly DatedCode[]): string | undefined {
  const countries = new Set(codes.map(({ code }) => code.slice(0, 3)));
  return countries.size === 1 ? [...countries][0] : undefined;
}
