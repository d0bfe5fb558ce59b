import { describe, expect, it } from "vitest";
import { createCoder } from "./coder.ts";
import { inOneLine } from "./hand-coding.fixture.ts";

const coder = await createCoder({ minConfidence: 0 });

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

describe("what was talked about at a meeting is no second meeting", () => {
  const MET = "Kenyan President William Ruto met Somali President Hassan Sheikh Mohamud in Nairobi.";
  it.each([
    ["They discussed Ethiopia's dam.", ["CONSULT KENGOV, SOMGOV; occurred"]],
    ["The two presidents discussed the war in Sudan.", ["CONSULT KENGOV, SOMGOV; occurred"]],
    [
      "On Friday, Ruto discussed the plan with the Ugandan president.",
      ["CONSULT KENGOV, SOMGOV; occurred", "CONSULT KENGOV, UGAGOV; occurred"],
    ],
  ])("%s", (text, expected) => {
    expect(codings(`${MET} ${text}`)).toEqual(expected);
  });
});

it("what a programme lists in the present tense is still to come", () => {
  const text = "10:00 The Kenyan foreign minister meets with the Somali ambassador in Nairobi.";
  expect(codings(text, "Public Schedule: May 16")).toEqual(["AGREE KENGOV -> SOMGOV; future"]);
  expect(codings(text, "Kenya and Somalia")).toEqual(["CONSULT KENGOV, SOMGOV; occurred"]);
});

it("says so at once where a speaker politely would", () => {
  expect(codings('The Kenyan minister said: "We would urge Somalia to release the sailors."')).toEqual([
    "REQUEST/yield KEN -> SOM; occurred",
  ]);
  expect(codings("Kenya would urge Somalia to release the sailors.")).toEqual([
    "REQUEST/yield KEN -> SOM; hypothetical",
  ]);
});

describe("what is not said to have been done is no event", () => {
  it.each([
    ["If Kenya had attacked Somalia, markets would be closed.", []],
    ["Kenya can help Somalia.", []],
    ["The risk of an attack by Kenya on Somalia grew.", []],
    ["The attack by Kenya on Somalia failed.", ["ASSAULT KEN -> SOM; occurred"]],
    ["The minister outlined Kenya's efforts to work with Somalia.", []],
    ["Kenya and Somalia emphasised their good cooperation.", []],
    [
      "The Kenyan and Somali ministers discussed trade, reopening the port, and Kenya's commitment to help Uganda.",
      ["CONSULT KENGOV, SOMGOV; occurred"],
    ],
    ["Kenya thanked Somalia for its support for Uganda.", ["SUPPORT KEN -> SOM; occurred"]],
    ["Kenya and Somalia emphasised their support for Uganda.", ["SUPPORT KEN, SOM -> UGA; occurred"]],
    ["Kenya and Somalia welcomed the release of two journalists.", []],
    ["Kenya and Somalia welcomed Uganda's decision.", ["SUPPORT KEN, SOM -> UGA; occurred"]],
    ["What we need to do is to support the people of Somalia.", []],
    ["Kenya's plan is to support the people of Somalia.", ["AGREE KEN -> SOMCVL; future"]],
    ["Kenyan aid for Somalia serves important interests.", []],
    ["The fair drew Kenyans, exemplifying Kenya's support for Somalia.", []],
    ["Kenya and Somalia affirmed their support for Uganda.", ["SUPPORT KEN, SOM -> UGA; occurred"]],
  ])("%s", (text, expected) => {
    expect(codings(text)).toEqual(expected);
  });
});

describe("what a call or a visit shows is somebody's view of it", () => {
  it.each([
    ["The phone call showed Kenya's support for Uganda.", []],
    ["The visit expressed Kenya's solidarity with Uganda.", []],
    ["The statement expressed Kenya's solidarity with Uganda.", ["SUPPORT KEN -> UGA; occurred"]],
    ["Kenya showed its support for Uganda.", ["SUPPORT KEN -> UGA; occurred"]],
  ])("%s", (text, expected) => {
    expect(codings(text)).toEqual(expected);
  });
});

describe("what is to stay so, is not so, or goes on meanwhile", () => {
  it.each([
    ["Kenya and Somalia will remain united and coordinated.", ["AGREE KEN, SOM; future"]],
    ["Kenya will remain engaged with Somalia and Uganda.", ["AGREE KEN -> SOM, UGA; future"]],
    ["Kenya remains engaged with Somalia.", []],
    ["Kenya remained calm and cooperated with Somalia.", ["COOPERATE KEN, SOM; occurred"]],
    ["Next, Kenya congratulates Somalia on its success.", ["SUPPORT KEN -> SOM; occurred"]],
    [
      "Even as Kenya withdraws its forces from Somalia, it is worried.",
      ["RETREAT/withdraw KEN -> SOM; ongoing"],
    ],
    [
      "Even as Kenya withdrew its forces from Somalia, it was worried.",
      ["RETREAT/withdraw KEN -> SOM; occurred"],
    ],
    ["The Kenyan foreign minister is going to Somalia in the coming days.", ["AGREE KENGOV -> SOM; future"]],
    ["The Kenyan foreign minister is going to Somalia today.", ["CONSULT/visit KENGOV -> SOM; ongoing"]],
    ["Kenya increased the number of its border police.", ["MOBILIZE/police KEN; occurred"]],
  ])("%s", (text, expected) => {
    expect(codings(text)).toEqual(expected);
  });
});

describe("what is told again is no other event", () => {
  it.each([
    [
      "The Kenyan foreign minister will travel to Somalia, Uganda and Chad. From Somalia, he will travel to Uganda.",
      ["AGREE KENGOV -> SOM, UGA, TCD; future"],
    ],
    [
      "The Kenyan foreign minister will travel to Somalia and Chad. In May, he will travel to Uganda.",
      ["AGREE KENGOV -> SOM, TCD; future", "AGREE KENGOV -> UGA; future"],
    ],
    [
      "Kenya urges Somalia to release the sailors. Kenya is urging Somalia to release the sailors.",
      ["REQUEST/yield KEN -> SOM; occurred"],
    ],
    [
      "Kenya will continue to stand with Somalia. Kenya will stand with Somalia.",
      ["AGREE KEN -> SOM; future"],
    ],
    [
      "Kenya will continue to stand with Somalia. Kenya will stand with Uganda.",
      ["AGREE KEN -> SOM; future", "AGREE KEN -> UGA; future"],
    ],
  ])("%s", (text, expected) => {
    expect(codings(text)).toEqual(expected);
  });
});
