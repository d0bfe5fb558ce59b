import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WaitingLine } from "./waiting-line.ts";

function lineOn(stream: { readonly isTTY: boolean }) {
  const written: string[] = [];
  const fake = { ...stream, columns: 40, write: (text: string) => written.push(text) };
  return { line: new WaitingLine(fake as unknown as NodeJS.WriteStream), written };
}

describe("WaitingLine", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("says nothing of what is soon done", () => {
    const { line, written } = lineOn({ isTTY: true });
    line.say("opening");
    vi.advanceTimersByTime(900);
    line.end();
    expect(written).toEqual([]);
  });

  it("is one line on a terminal, no longer than it is wide, and goes away", () => {
    const { line, written } = lineOn({ isTTY: true });
    line.say(`opening ${"x".repeat(80)}`);
    vi.advanceTimersByTime(2000);
    line.end();
    vi.advanceTimersByTime(5000);
    expect(written).toHaveLength(3);
    expect(written[0]).toBe(`\r\x1b[2Kopening ${"x".repeat(31)}`);
    expect(written.at(-1)).toBe("\r\x1b[2K");
  });

  it("tells each thing once elsewhere", () => {
    const { line, written } = lineOn({ isTTY: false });
    line.say("opening");
    vi.advanceTimersByTime(3000);
    line.say("counting");
    vi.advanceTimersByTime(3000);
    line.end();
    expect(written).toEqual(["opening …\n", "counting …\n"]);
  });
});
