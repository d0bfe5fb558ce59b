import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dragoman } from "./run-cli.ts";

/** The commands that the README shows with what they print; "…" on a line stands for what is left out. */
const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const shown = [...README.matchAll(/^ {4}\$ npx dragoman (.+)\n((?: {4}.*\n|\n)+)/gm)].map(
  ([, command = "", block = ""]) => ({ command, parts: block.replace(/^ {4}/gm, "").split(/^ *…\n/m) }),
);

describe("the README", () => {
  it("shows what commands print", () => {
    expect(shown.length).toBeGreaterThan(0);
  });

  it.each(shown)("$command prints what it shows", ({ command, parts }) => {
    const { stdout } = dragoman(command.split(" "));
    for (const part of parts) expect(stdout).toContain(part.trim());
  });
});
