import { beforeAll, expect, it } from "vitest";
import { loadLanguage, type ModelLanguage } from "./load-language.ts";

let english: ModelLanguage;
beforeAll(async () => {
  english = await loadLanguage("en");
});

it.each([
  ["Its army left.", "Its army left ."],
  ["Its a shame.", "It s a shame ."],
  ["It's over.", "It 's over ."],
  ["Monday's talks failed.", "Monday 's talks failed ."],
  ["on Monday’s call", "on Monday ’s call"],
  ["Iran's envoy", "Iran 's envoy"],
  ["it was its own", "it was its own"],
  ["Hits rose.", "Hits rose ."],
  ["Workers in Chile struck.", "Workers in Chile struck ."],
  ["The doctors and DRIVERS left", "The doctors and DRIVERS left"],
  ["the workers' talks", "the workers ' talks"],
  ["Whats new?", "What s new ?"],
  ["Sana'a's mayor", "Sana'a 's mayor"],
  ["the ministers' talks", "the ministers ' talks"],
])("%s", (text, expected) => {
  const { start, end } = english.split(text);
  expect(Array.from(start, (from, i) => text.slice(from, end[i])).join(" ")).toBe(expected);
});
