import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dragoman } from "./run-cli.ts";

const BUNDLED = fileURLToPath(new URL("../../lexicon/en", import.meta.url));

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "dragoman-lexicon-"));
  cpSync(BUNDLED, join(cwd, "en"), { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe("lexicon check", () => {
  it("of the bundled lexicon finds nothing, and counts what it looked at", () => {
    const { status, stdout } = dragoman(["lexicon", "check"]);
    expect(stdout).toMatch(/^[\d,]+ entries; [\d,]+ examples, all coded as written; no problems(; .*)?\n$/);
    expect(status).toBe(0);
  });

  it("names a wrong example with its line, and what it codes instead", () => {
    const file = join("en", "frames", "growl.yaml");
    writeFileSync(
      join(cwd, file),
      "- frame: growl\n  event: ACCUSE/disapprove\n  verbs: [growl at]\n  examples:\n    - Norway growled at Sweden. => SWE -> NOR; occurred\n",
    );
    const { status, stdout } = dragoman(["lexicon", "check", file, "--lexicon", "en"], { cwd });
    expect(stdout).toContain(
      "en/frames/growl.yaml:5: Norway growled at Sweden.: expected ACCUSE/disapprove SWE -> NOR; occurred, but it codes ACCUSE/disapprove NOR Norway -> SWE Sweden; occurred by growl\n",
    );
    expect(stdout).toMatch(/entries; 1 example, 0 coded as written; 1 otherwise;/);
    expect(status).toBe(1);
  });

  it("names what cannot be read, and codes nothing with it", () => {
    appendFileSync(join(cwd, "en", "frames", "aid.yaml"), "- frame: feed\n  event: AID\n  verb: [feed]\n");
    const { status, stdout } = dragoman(["lexicon", "check", "--lexicon", "en"], { cwd });
    expect(stdout).toMatch(/^en\/frames\/aid\.yaml:\d+: .*verb.*\n1 problem; no example was coded\n$/);
    expect(status).toBe(1);
  });
});

describe("a wrong command line is told in one sentence, with exit status 2", () => {
  it.each([
    [["lexicon", "chek"], "dragoman lexicon: unknown command 'chek' (Did you mean check?)"],
    [["lexicon", "check", "--lexicon", "none"], "dragoman: --lexicon: there is no folder none"],
    [["lexicon", "check", "none.yaml"], /^dragoman: none\.yaml is no file with entries of the lexicon /],
  ])("%j", (args, sentence) => {
    const { status, stdout, stderr } = dragoman(args, { cwd: tmpdir() });
    expect(stderr.split("\n")[0]).toMatch(sentence);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});
