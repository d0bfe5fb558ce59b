import { beforeAll, describe, expect, test } from "vitest";
import { type Coder, createCoder } from "./coder.ts";
import { MIN_CONFIDENCE } from "./confidence.ts";

let coder: Coder;
let strict: Coder;

beforeAll(async () => {
  coder = await createCoder({ minConfidence: 0 });
  strict = await createCoder({ minConfidence: 0, strict: true });
});

function told(text: string, by = coder) {
  return by.read({ id: "guess", language: "en", date: "2024-05-15", text }).told;
}

/** The other side of the first event, and whether it is guessed. */
function otherSide(text: string) {
  const [first] = told(text);
  const side = first?.event.recipients.length ? first.event.recipients : (first?.event.actors.slice(1) ?? []);
  return [side.map(({ text }) => text).join(", "), first?.meaning.isGuessed === true];
}

describe("whom an event may be done to", () => {
  test.each([
    // Named inside what is done.
    ["Kenya agreed to set up a hospital in Mogadishu.", "Mogadishu", true],
    ["The European Commission announced funds to fight cholera in Haiti.", "Haiti", false],
    ["Brazil agreed to set up a team of Chilean and Peruvian divers.", "Chilean, Peruvian", true],
    // In a clause beside it.
    [
      "Ghana's nurses called off their strike after an offer by the Ghanaian government.",
      "the Ghanaian government",
      true,
    ],
    // Whoever has forces of its own to withdraw is not the other side, nor a border.
    ["Chad offered to withdraw its troops.", "", false],
    // Whoever is sent, and what is still to be made.
    ["Jordan mobilised the army.", "", false],
    ["Sweden has agreed to found a new company.", "", false],
    // Nobody else is named, or only whoever tells it.
    ["Peru rejected the referendum.", "", false],
    ["Peru rejected the referendum, a Chilean newspaper said.", "", false],
    // What two do in words, they do between them.
    ["Oman and Qatar have agreed on the rules of fishing off Somalia.", "Qatar", false],
    // Named in so many words.
    ["Peru rejected Chile's offer of talks in Geneva.", "Chile", false],
  ])("%s: %s", (text, side, isGuessed) => {
    expect(otherSide(text)).toEqual([side, isGuessed]);
  });
});

test("an event of which a side is guessed is not written unless unsure ones are asked for, and says what is doubtful", () => {
  const [guess] = told("Kenya agreed to set up a hospital in Mogadishu.");
  expect(guess?.event.confidence).toBeLessThan(MIN_CONFIDENCE);
  expect(guess?.unguessed?.recipients).toEqual([]);
  expect(guess?.event.confidence).toBeLessThan(guess?.unguessed?.confidence ?? 0);
});

test("nothing is guessed where only words with an entry are to be coded", () => {
  const [event] = told("Kenya agreed to set up a hospital in Mogadishu.", strict);
  expect(event?.event.recipients).toEqual([]);
});
