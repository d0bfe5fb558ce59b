import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { register as registerEvaluate } from "./evaluate.ts";
import { register as registerParse } from "./parse.ts";
import { register as registerTrain } from "./train.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parse-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Runs a command line; gives what it printed. */
async function run(...args: string[]): Promise<string> {
  const program = new Command("dragoman").exitOverride();
  for (const register of [registerParse, registerEvaluate, registerTrain]) register(program);
  const printed: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  await program.parseAsync(["node", "dragoman", ...args]);
  return printed.join("");
}

const row = (id: string, form: string, head = "_", deprel = "_") =>
  [id, form, "_", "_", "_", "_", head, deprel, "_", "_"].join("\t");

const GIVEN = `# sent_id = first\n${row("1", "two-state")}\n${row("2", "talks")}\n\n# sent_id = second\n${row("1", "Yes.")}\n`;

describe("dragoman parse", () => {
  it("parses plain text", async () => {
    const output = await run("parse", file("a.txt", "Oslo hosted the envoy."));
    expect(output).toContain("# sent_id = 1\n# text = Oslo hosted the envoy.\n");
    expect(output).toMatch(/^2\thosted\thost\tVERB\tVBD\t.*\t0\troot\t_\t_$/m);
  });

  it("reads CoNLL-U for its text only", async () => {
    const output = await run("parse", file("a.conllu", GIVEN));
    expect(output).toMatch(/^2\t-\t-\tPUNCT\t/m);
  });

  it("keeps sentences, tokens and comments with --tokenized", async () => {
    const output = await run("parse", "--tokenized", file("b.conllu", GIVEN));
    const lines = output.split("\n").filter((line) => line !== "");
    const forms = lines.map((line) => (line.startsWith("#") ? line : line.split("\t")[1]));
    expect(forms).toEqual(["# sent_id = first", "two-state", "talks", "# sent_id = second", "Yes."]);
  });

  it("takes lines for sentences and blanks for token ends with --tokenized", async () => {
    const output = await run("parse", "--tokenized", file("b.txt", "two-state talks\nYes .\n"));
    expect(output.match(/^# text = .*$/gm)).toEqual(["# text = two-state talks", "# text = Yes ."]);
    expect(output).toMatch(/^1\ttwo-state\t/m);
  });

  it("names each input it cannot read, and parses the others", async () => {
    const errors: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      errors.push(String(text));
      return true;
    });
    const bad = file("bad.conllu", `${row("1", "a")}\n${row("3", "b")}\n`);
    const binary = file("a.bin", "\u0000\u0001\u0000\u0002".repeat(50));
    const output = await run("parse", join(folder, "none.txt"), bad, binary, file("a.txt", "Oslo."));
    expect(errors.join("")).toContain("none.txt: there is no such file");
    expect(errors.join("")).toContain("bad.conllu:2: expected word 2, found word 3");
    expect(errors.join("")).toContain("a.bin: this is a binary file; expected text");
    expect(output).toContain("# text = Oslo.");
    expect(process.exitCode).toBe(1);
    process.exitCode = undefined;
  });

  it("says that there is no model for a language", async () => {
    await expect(run("parse", "--language", "tlh", file("a.txt", "Oslo."))).rejects.toThrow(
      '--language: there is no model for "tlh"',
    );
  });
});

const genre = (name: string, form: string) =>
  `# newdoc id = ${name}\n# meta::genre = ${name}\n${row("1", form, "0", "root")}\n`;

describe("dragoman evaluate", () => {
  const gold = () => file("gold.conllu", `${genre("news", "Yes")}\n${genre("vlog", "No")}`);

  it("scores another analysis", async () => {
    const other = file(
      "other.conllu",
      `${genre("news", "Yes")}\n${genre("vlog", "No").replace("root", "dep")}`,
    );
    expect(await run("evaluate", gold(), "--against", other)).toMatch(/^LAS +50\.00 +50\.00 +50\.00$/m);
  });

  it("scores the genres asked for", async () => {
    const other = file(
      "other.conllu",
      `${genre("news", "Yes")}\n${genre("vlog", "No").replace("root", "dep")}`,
    );
    const output = await run("evaluate", gold(), "--against", other, "--genre", "news");
    expect(output).toMatch(/^LAS +100\.00/m);
    await expect(run("evaluate", gold(), "--genre", "court")).rejects.toThrow(
      "no document has the genre court",
    );
  });

  it("keeps the gold tokens when told to", async () => {
    const given = file(
      "given.conllu",
      `${row("1", "two-state", "2", "amod")}\n${row("2", "talks", "0", "root")}\n`,
    );
    expect(await run("evaluate", given, "--given-tokens")).toMatch(/^Words +100\.00/m);
    expect(await run("evaluate", given)).not.toMatch(/^Words +100\.00/m);
  });
});

describe("dragoman train", () => {
  it("names the treebank that is missing", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const args = ["train", "--treebank", join(folder, "none.conllu"), "--out", join(folder, "m")];
    await expect(run(...args)).rejects.toThrow("none.conllu: there is no such file");
  });
});
