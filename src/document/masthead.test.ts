import fc from "fast-check";
import { expect, it } from "vitest";
import { mastheadOf, placeOfDateLine } from "./masthead.ts";

const BODY = "\n\nThe ministers met on Monday and agreed to meet again.";

it.each([
  [
    "Call with the President of Kenya\nParis, 14 March 2024",
    "Call with the President of Kenya",
    "2024-03-14",
  ],
  [
    "THE WHITE HOUSE\n\nMay 5, 2021\n\nReadout of a Call with Oslo",
    "Readout of a Call with Oslo",
    "2021-05-05",
  ],
  [
    "Visit of the Minister to Malta (June 20, 2024)",
    "Visit of the Minister to Malta (June 20, 2024)",
    "2024-06-20",
  ],
  [
    "PM call with Prime Minister Berg: 12 January 2023",
    "PM call with Prime Minister Berg: 12 January 2023",
    "2023-01-12",
  ],
  ["No: 87, 2 April 2024, Press Release Regarding Oslo", undefined, "2024-04-02"],
  ["Regular Press Conference on May 23, 2024", "Regular Press Conference on May 23, 2024", "2024-05-23"],
  ["Talks in Lima\n27.05.2023", "Talks in Lima", "2023-05-27"],
  ["Talks in Lima\nPublished on Thursday, 1st June 2023 at 10:15 GMT", "Talks in Lima", "2023-06-01"],
  ["Ministry of Foreign Affairs of Japan\nTalks in Lima\n2023/06/01", "Talks in Lima", "2023-06-01"],
  [
    "Talks in Lima\n2023-06-01 Ministry of Foreign Affairs of the Republic of Peru",
    "Talks in Lima",
    "2023-06-01",
  ],
  ["Talks held in Lima", "Talks held in Lima", undefined],
])("%j says what the text is and of when", (head, title, date) => {
  expect(mastheadOf(head + BODY)).toMatchObject({ lines: expect.any(Array) });
  expect(mastheadOf(head + BODY).title).toBe(title);
  expect(mastheadOf(head + BODY).date).toBe(date);
});

it.each([
  ["a day of which the title speaks", `Statement on the Anniversary of 24 February 2022${BODY}`],
  ["a day of which the title speaks before others", `The 24 February 2022 Invasion of Ukraine${BODY}`],
  ["a day that may be two", `Talks in Lima\n05/06/2024${BODY}`],
  ["a day no calendar has", `Talks in Lima\n31 February 2024${BODY}`],
  ["a day in the text", "Oslo spoke on 14 March 2024.\n\nThe ministers met."],
  ["a sentence on a line of its own", "Oslo was attacked on 14 March 2024.\n\nThe ministers met."],
])("leaves alone %s", (_, text) => {
  expect(mastheadOf(text).date).toBeUndefined();
});

it.each([
  ["nothing above a text", "The ministers met on Monday."],
  [
    "a text that is broken at the end of each line",
    "The President of Kenya spoke by telephone with\nhis counterpart of Norway about the\nclimate on 14 March 2024.",
  ],
  ["headlines without a text", "Talks in Lima\nPremier resigns\nStrike ends"],
  ["no text", ""],
])("takes no title from %s", (_, text) => {
  expect(mastheadOf(text)).toEqual({ lines: [] });
});

it.each([
  ["Paris, 14 March 2024", "Paris"],
  ["WASHINGTON, D.C. – May 5, 2021", "WASHINGTON, D.C."],
  ["14 March 2024", undefined],
  ["Published: 14 March 2024", undefined],
  ["Talks with Lima: 14 March 2024 in the afternoon", undefined],
])("%j was written in %j", (line, place) => {
  expect(placeOfDateLine(line)).toBe(place);
});

it("has only lines of the text, whatever that is", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("Talks in Lima", "2 May 2020", "It ended.", "", "x".repeat(300))),
      (parts) => {
        const text = parts.join("\n");
        for (const line of mastheadOf(text).lines) expect(text).toContain(line);
      },
    ),
  );
});
