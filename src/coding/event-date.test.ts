import { describe, expect, it } from "vitest";
import { eventDate } from "./event-date.ts";
import { handMentions, storedParse, word } from "./stored-parse.fixture.ts";

function dateOf(text: string, verb: string, times: Record<string, string>, documentDate?: string) {
  const parsed = storedParse(text);
  return eventDate(word(parsed, verb), handMentions(parsed, { times }), documentDate);
}

describe("an event's date is that of the time beside its verb, or of its clause", () => {
  it.each([
    ["Norway condemned Sweden on Monday.", "condemned", { Monday: "2024-05-13" }, "2024-05-13"],
    ["Iran and Iraq held talks in Cairo last week.", "talks", { week: "2024-05-06" }, "2024-05-06"], // a noun has its verb's
    ["Egypt refused on Monday to hold talks.", "talks", { Monday: "2024-05-13" }, "2024-05-13"], // and its verb's governor's
  ])("%s - %s", (text, verb, times, start) => {
    expect(dateOf(text, verb, times, "2024-05-15")).toMatchObject({ start, end: start, precision: "day" });
  });
});

it("what is said on Monday need not happen on Monday", () => {
  const date = dateOf(
    "Iran will help Iraq, Wang said on Monday.",
    "help",
    { Monday: "2024-05-13" },
    "2024-05-15",
  );
  expect(date).toEqual({ start: "2024-05-15", end: "2024-05-15", precision: "day" });
});

it("the document's day stands in where no words give a time, without a span of words", () => {
  const date = dateOf("Norway called for talks.", "called", {}, "2024-05-15");
  expect(date).toEqual({ start: "2024-05-15", end: "2024-05-15", precision: "day" });
});

it("is unresolved without words and without a document's day", () => {
  expect(dateOf("Norway called for talks.", "called", {})).toEqual({ precision: "unresolved" });
});
