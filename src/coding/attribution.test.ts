import { describe, expect, it } from "vitest";
import { attributionOf, subtreeSpan } from "./attribution.ts";
import { handLexicon, SMALL_LEXICON } from "./hand-lexicon.fixture.ts";
import { handMentions, storedParse, word } from "./stored-parse.fixture.ts";

const lexicon = handLexicon(SMALL_LEXICON);

/** The voices over a word, outermost first, each with the word that says that it speaks. */
function voices(text: string, anchor: string, actors: Record<string, string>): string[] {
  const parsed = storedParse(text);
  const chain = attributionOf(word(parsed, anchor), handMentions(parsed, { actors }), lexicon);
  return chain.map(({ source, cue }) =>
    source === "publisher" ? source : `${source.name}: ${cue === undefined ? "" : text.slice(...cue)}`,
  );
}

describe("on whose word", () => {
  it.each([
    ["Norway condemned Sweden on Monday.", "condemned", { Norway: "NOR" }, ["publisher"]],
    ["Iran will help Iraq, Wang said on Monday.", "help", { Wang: "CHN" }, ["publisher", "Wang: said"]],
    ["As Wang said, Iran left.", "left", { Wang: "CHN" }, ["publisher", "Wang: said"]],
    ["According to Wang, Iran left.", "left", { Wang: "CHN" }, ["publisher", "Wang: According to"]],
    [
      "Wang said that Iran denied that Iraq attacked Oman.",
      "attacked",
      { Wang: "CHN", Iran: "IRN" },
      ["publisher", "Wang: said", "Iran: denied"],
    ],
    // What Iran does by denying it does on Wang's word alone.
    [
      "Wang said that Iran denied that Iraq attacked Oman.",
      "denied",
      { Wang: "CHN", Iran: "IRN" },
      ["publisher", "Wang: said"],
    ],
    // An order reports nothing of what is ordered.
    ["Wang told Iran to leave.", "leave", { Wang: "CHN" }, ["publisher"]],
    // A speaker of whom nothing is known is a voice too: what is claimed is never told as fact.
    ["As Wang said, Iran left.", "left", {}, ["publisher", "Wang: said"]],
    // The report itself is told by the publisher.
    ["Iran will help Iraq, Wang said on Monday.", "said", { Wang: "CHN" }, ["publisher"]],
  ])("%s - %s", (text, anchor, actors, expected) => {
    expect(voices(text, anchor, actors)).toEqual(expected);
  });
});

it("a clause's words go from its first to its last, without closing punctuation or what is left out", () => {
  const parsed = storedParse("Iran will help Iraq, Wang said on Monday.");
  const said = word(parsed, "said");
  expect(parsed.text.slice(...subtreeSpan(said))).toBe("Iran will help Iraq, Wang said on Monday");
  expect(parsed.text.slice(...subtreeSpan(said, [word(parsed, "help")]))).toBe("Wang said on Monday");
});
