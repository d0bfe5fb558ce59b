import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { goldKindOf } from "./gold-kinds.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gold-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const WORD = "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n";

it.each([
  ["treebank", "a.conllu", ""],
  ["treebank", "a.txt", `# sent_id = 1\n# text = Yes\n${WORD}`],
  ["treebank", "a.txt", WORD],
  ["plv", "a.tsv", "\tsentence_id\tmarked_sentence\tsource\ttarget\tgold_root\n"],
  ["names", "a.iob2", "# newdoc id = a\n# text = Oslo\n1\tOslo\tB-LOC\tO\n"],
  ["names", "a.txt", "In\tO\nOslo\tB-location\n\nNobody\tO\n"],
  ["re3d", "a.jsonl", '{"id": "a", "text": "Rebels", "entities": [{"begin": 0, "end": 6}]}\n'],
  ["coref", "a.jsonl", '{"id": "a", "genre": "news", "sentences": [["Yes"]]}'],
  ["petrarch", "a.xml", "<Validation>\n<!-- records -->\n"],
  ["gsr", "a.json", '[\n {"id": "A-1",\n "event": "AID"}]'],
])("%s: %s with %j", (kind, name, content) => {
  expect(goldKindOf(file(name, content)).name).toBe(kind);
});

it.each([
  ["a.tsv", "name\tvalue\n"],
  ["a.txt", "Oslo hosted the envoy."],
  ["a.json", '[{"id": "A-1"}, {"event": "AID"}]'],
  ["a.json", '{"marked_sentence": 1}'],
])("no kind: %s with %j", (name, content) => {
  expect(() => goldKindOf(file(name, content))).toThrow(/^.*: not like any gold known here; .* --as/);
});

it("names a file that is not there", () => {
  expect(() => goldKindOf(join(folder, "none.tsv"))).toThrow("none.tsv: there is no such file");
});
