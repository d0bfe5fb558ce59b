import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import stringWidth from "string-width";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dragoman } from "./run-cli.ts";

const TEXT = "Norway condemned Sweden on Monday. Sweden thanked Denmark.";

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "dragoman-explain-"));
  writeFileSync(join(cwd, "a.txt"), ` date 2022-01-12 ${TEXT}`);
  writeFileSync(join(cwd, "none.txt"), "The weather was fine.");
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe("explain", () => {
  it("gives each event with its sentence, its words, its parties and its tree, within 80 columns", () => {
    const { status, stdout, stderr } = dragoman(["explain", "a.txt"], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(
      /^a\.txt \(2022-01-12, 2 events, 2 statements\)\n\n1\. ACCUSE\/disapprove {2}occurred {2}2022-01-10\n/,
    );
    expect(stdout).toContain("Norway «condemned» Sweden on Monday.");
    expect(stdout).toMatch(/event +"condemned" \(.*, frames\/.*\.yaml:\d+\)/);
    expect(stdout).toContain("├─ subject: Norway  <- actor");
    expect(stdout.split("\n").filter((line) => stringWidth(line) > 80)).toEqual([]);
  });

  it("of one event, by its number or by its id", () => {
    const byNumber = dragoman(["explain", "a.txt", "--event", "2"], { cwd }).stdout;
    expect(byNumber).toMatch(/^a\.txt \(2022-01-12, event 2 of 2\)\n\n2\. SUPPORT/);
    const id = /^ +id +([0-9a-f]{16})$/m.exec(byNumber)?.[1] ?? "";
    expect(dragoman(["explain", "a.txt", "--event", id], { cwd }).stdout).toBe(byNumber);
  });

  it("as data holds the same, one line a document", () => {
    const { status, stdout } = dragoman(
      ["explain", "a.txt", "-", "--format", "json", "--date", "2022-01-12"],
      {
        cwd,
        input: TEXT,
      },
    );
    const documents = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(documents.map(({ document }) => document.id)).toEqual(["a.txt", "stdin"]);
    expect(documents[0].events[0]).toMatchObject({
      number: 1,
      event: { type: "ACCUSE", mode: "disapprove" },
      steps: [{ words: [{ text: "condemned", span: [7, 16] }] }],
      time: { text: expect.stringContaining("Monday") },
    });
    expect(status).toBe(0);
  });

  it("of a text without events says so in words", () => {
    const { status, stdout } = dragoman(["explain", "none.txt"], { cwd });
    expect(stdout).toContain("No events: the text names no country");
    expect(status).toBe(0);
  });
});

describe("what cannot be explained is told in one sentence", () => {
  it.each([
    [["explain", "missing.txt"], 1, "missing.txt: there is no such file"],
    [["explain", "a.txt", "--event", "9"], 2, "dragoman: --event: there is no event 9"],
    [["explain", "a.txt", "--lexicon", "missing"], 2, "dragoman: --lexicon: there is no folder missing"],
    [
      ["explain", "a.txt", "--format", "table"],
      2,
      "dragoman explain: option '--format <FORMAT>' argument 'table' is invalid. Allowed choices are text, json.",
    ],
  ])("%j", (args, exitStatus, sentence) => {
    const { status, stdout, stderr } = dragoman(args, { cwd });
    expect({ status, stdout, sentence: stderr.split("\n")[0] }).toEqual({
      status: exitStatus,
      stdout: "",
      sentence,
    });
  });

  it("and what can be is explained all the same", () => {
    const { status, stdout } = dragoman(["explain", "missing.txt", "a.txt"], { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain("1. ACCUSE/disapprove");
  });
});
