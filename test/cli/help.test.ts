import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dragoman } from "./run-cli.ts";

const overview = dragoman(["--help"]).stdout;
const [, listed = ""] = /^Commands:\n((?: .*\n)+)/m.exec(overview) ?? [];
const commands = [...listed.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1] ?? "");

describe("help", () => {
  it("is what dragoman alone prints", () => {
    expect(dragoman([])).toEqual({ status: 0, stdout: overview, stderr: "" });
  });

  it("lists the commands", () => {
    expect(commands).toEqual(expect.arrayContaining(["code", "demo", "ontology"]));
  });

  it.each(commands.filter((name) => name !== "help"))("of %s has an example", (name) => {
    const { status, stdout } = dragoman([name, "--help"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples?:\\n {2}dragoman ${name}`));
  });
});

it("--version prints the version of the package", () => {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(dragoman(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

it("demo codes the examples into a store, shows them and says what to try next", () => {
  const cwd = mkdtempSync(join(tmpdir(), "dragoman-demo-"));
  const { status, stdout, stderr } = dragoman(["demo"], { cwd });
  expect(readdirSync(cwd)).toEqual(["dragoman-examples.duckdb"]);
  rmSync(cwd, { recursive: true });
  expect(stdout).toMatch(/2022-02-12-biden-putin-washington\.txt\s+\(2022-02-12,\s/); // wherever the line is broken
  expect(stdout).toMatch(/Try next:\n {2}npx dragoman explain /);
  expect(stderr).toMatch(/^\d\d documents, \d+ events, /);
  expect(status).toBe(0);
});
