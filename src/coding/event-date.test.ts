import { beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "./coder.ts";
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

// Shipped words and parser: which of a sentence's times is whose.
describe("of several times in a sentence, an event has its own", () => {
  let coder: Coder;
  beforeAll(async () => {
    coder = await createCoder();
  });

  it.each([
    // the report's time is not the deed's
    ["Norway said on Monday that it had condemned Sweden.", "condemned", "2024-05-15"],
    ["On Monday Norway condemned Sweden.", "condemned", "2024-05-13"],
    ["Norway condemned Sweden on Monday, officials said on Tuesday.", "condemned", "2024-05-13"],
    ["Norway, which attacked Sweden in 2013, condemned Finland.", "condemned", "2024-05-15"],
    ["Norway, which attacked Sweden in 2013, condemned Finland.", "attacked", "2013-01-01"],
    // a noun's time is not that of whoever speaks of it
    ["Norway condemned Monday's attack on Sweden.", "condemned", "2024-05-15"],
    ["Norway met Sweden at last week's summit.", "met", "2024-05-06"],
    ["The United States threatened to attack Iran next week.", "threatened", "2024-05-15"],
    ["Norway met Sweden on Monday, and Finland condemned Denmark.", "condemned", "2024-05-15"],
    ["On Monday, Norway met Sweden, and Finland condemned Denmark.", "condemned", "2024-05-13"],
    ["Norway met Sweden before Friday's vote.", "met", "2024-05-15"],
  ])("%s - %s", (text, verb, start) => {
    const { parsed, mentions } = coder.read({ id: "test", language: "en", text, date: "2024-05-15" });
    expect(eventDate(word(parsed, verb), mentions, "2024-05-15").start).toBe(start);
  });

  it.each([
    ["Norway met Sweden at the G20 summit in Bali.", "met", "2024-05-15", "G20 summit in Bali"],
    ["Norway will attend the Munich Security Conference.", "attend", undefined, "Munich Security Conference"],
    ["Norway met Sweden before the G20 summit in Bali.", "met", "2024-05-15", undefined],
    ["Norway condemned the G20 summit in Bali.", "condemned", "2024-05-15", undefined],
  ])("%s - %s: an occasion", (text, verb, start, occasion) => {
    const { parsed, mentions } = coder.read({ id: "test", language: "en", text, date: "2024-05-15" });
    const date = eventDate(word(parsed, verb), mentions, "2024-05-15");
    expect([date.start, date.occasion]).toEqual([start, occasion]);
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
