import { describe, expect, it } from "vitest";
import { brokenOff } from "./output-error.ts";

describe("the sentence for an output that broke off", () => {
  it.each([
    [
      Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }),
      "the disk is full",
    ],
    [
      new Error('Failed to commit: Could not write file "x.wal": No space left on device'),
      "the disk is full", // as DuckDB says it
    ],
    [new Error("TransactionContext Error: Conflict on update!\n\nmore"), "Conflict on update!"],
    ["thrown text", "thrown text"],
  ])("tells the reason in a few words: %s", (cause, reason) => {
    expect(brokenOff("x.csv", cause)).toMatchObject({
      message: `cannot write x.csv: ${reason}`,
      isUsage: false,
      cause,
    });
  });
});
