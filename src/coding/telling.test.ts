import { describe, expect, it } from "vitest";
import { createCoder } from "./coder.ts";
import { inOneLine } from "./hand-coding.fixture.ts";

const coder = await createCoder();

function codings(text: string, title?: string): string[] {
  const document = {
    id: "d",
    language: "en",
    text,
    date: "2024-05-15",
    ...(title !== undefined && { title }),
  };
  return coder.code(document).events.map(inOneLine);
}

describe("a clause that only says which people are meant tells nothing of them", () => {
  it.each([
    ["Companies that support the Malian government may apply.", []],
    ["Everyone who condemned Sudan was invited.", []],
    ["Officers who have worked with Somalia and supported Uganda may stay.", []],
    // some, who have done it
    ["The Kenyan soldiers who attacked the Ugandan police fled.", ["ASSAULT KENMIL -> UGACOP; occurred"]],
  ])("%s", (text, expected) => {
    expect(codings(text)).toEqual(expected);
  });
});

describe("what is not said to have been done is no event", () => {
  it.each([
    ["If Kenya had attacked Somalia, markets would be closed.", []],
    ["Kenya can help Somalia.", []],
    ["The minister outlined Kenya's efforts to work with Somalia.", []],
    ["Kenya and Somalia emphasised their good cooperation.", []],
    ["Kenya and Somalia emphasised their support for Uganda.", ["SUPPORT KEN, SOM -> UGA; occurred"]],
    ["Kenya and Somalia welcomed the release of two journalists.", []],
    ["Kenya and Somalia welcomed Uganda's decision.", ["SUPPORT KEN, SOM -> UGA; occurred"]],
  ])("%s", (text, expected) => {
    expect(codings(text)).toEqual(expected);
  });
});
