import { expect, it } from "vitest";
import { splitDateHeader } from "./date-header.ts";

it.each([
  [" date 2022-01-10 As a partner, China helps.", { date: "2022-01-10", text: "As a partner, China helps." }],
  ["date 2022-01-10 Oslo spoke.", { date: "2022-01-10", text: "Oslo spoke." }],
  [" date 2022-01-10\nOslo spoke.", { date: "2022-01-10", text: "Oslo spoke." }],
  [" date 2022-01-10 \r\nOslo spoke.\r\n", { date: "2022-01-10", text: "Oslo spoke.\r\n" }],
  ["\tdate\t2020-02-29\tA leap day.", { date: "2020-02-29", text: "A leap day." }],
  [" date 2022-01-10", { date: "2022-01-10", text: "" }],
])("takes the header off %j", (text, expected) => {
  expect(splitDateHeader(text)).toEqual(expected);
});

it.each([
  "date 2022-01-10, the ministers met.", // a sentence about the day
  "Oslo spoke.\n date 2022-01-10 ", // not at the start
  "\n date 2022-01-10 Oslo spoke.", // not in the first line
  "Update 2022-01-10 of the list.",
  "date 10 January 2022 Oslo spoke.",
  "date: 2022-01-10 Oslo spoke.",
  "",
])("leaves %j alone", (text) => {
  expect(splitDateHeader(text)).toEqual({ text });
});

it.each([" date 2022-02-30 Oslo spoke.", "date 2021-02-29\n", "date 2022-13-01 x"])(
  "refuses the day of %j, which no calendar has",
  (text) => {
    expect(splitDateHeader(text)).toBeUndefined();
  },
);
