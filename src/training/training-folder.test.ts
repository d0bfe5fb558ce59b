import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TrainingFolder } from "./training-folder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "training-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a step that writes one number; gives the number it ends up with. */
function run(inputs: readonly string[], value: number): number | undefined {
  const part = new TrainingFolder(folder, "en", inputs).step("tags", (made) => {
    made.set("value", Uint8Array.of(value));
  });
  return part.array("value", "Uint8")[0];
}

describe("a training folder", () => {
  it("does not run a finished step again", () => {
    expect(run(["text"], 1)).toBe(1);
    expect(run(["text"], 2)).toBe(1);
  });

  it("runs a step again when anything it depends on has changed", () => {
    run(["text", "seed 1"], 1);
    expect(run(["text", "seed 2"], 2)).toBe(2);
    expect(run(["textseed 1"], 3)).toBe(3);
  });

  it("runs a step again whose part was damaged", () => {
    run(["text"], 1);
    writeFileSync(join(folder, readdirSync(folder)[0] as string), "half a part");
    expect(run(["text"], 2)).toBe(2);
  });
});
