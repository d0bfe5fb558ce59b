import { describe, expect, it } from "vitest";
import { datelineEnd } from "./dateline.ts";

describe("datelineEnd", () => {
  it.each([
    ["WASHINGTON, March 20 -", " The United States imposed sanctions on 20 Russians."],
    ["BEIJING, Jan. 10 (Xinhua) --", " Foreign Minister Wang Yi spoke."],
    ["MOSCOW. Jan 10 (Interfax) –", " Russia agrees."],
    ["Geneva, 3 March 2011 (AFP) –", " talks resumed."],
    ["Washington (AP) —", " The president left."],
    ["KYIV —", " “It is war,” he wrote."],
    ["KYIV, Ukraine—", "The army withdrew."],
    ["NEW YORK -", " The Council met."],
    ["WASHINGTON/MOSCOW, Feb 12 (Reuters) -", " Biden warned Putin."],
    ["PORT-AU-PRINCE, Haiti (AP) --", " Aid arrived."],
  ])("%s is one", (dateline, rest) => {
    expect(datelineEnd(dateline + rest, 0)).toBe(dateline.length);
  });

  it.each([
    ["NATO-Russia talks resumed.", "a hyphen inside a word"],
    ["US - China talks resumed.", "an initialism"],
    ["NATO — the alliance — met.", "a name and an aside"],
    ["Mr. Lavrov - the minister - agreed.", "a name in small letters"],
    ["Putin (Russia's president) met Xi.", "a bracket without a dash"],
    ["On March 20 - Thursday - they met.", "a day with no place before it"],
    ["The ministers met. KYIV - The army left.", "only where the text begins"],
    ["", "an empty text"],
  ])("%s has none: %s", (text) => {
    expect(datelineEnd(text, 0)).toBe(-1);
  });

  it("begins where it is asked to", () => {
    const text = "Title\n\nROME - The pope prayed.";
    expect(datelineEnd(text, 7)).toBe(13);
  });
});
