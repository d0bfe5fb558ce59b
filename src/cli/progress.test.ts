import { describe, expect, it } from "vitest";
import { ProgressBar, progressLine } from "./progress.ts";

describe("progressLine", () => {
  it("tells share, documents, speed and time left", () => {
    const line = progressLine({ documents: 1204, bytesRead: 50, totalBytes: 100, elapsedMs: 4000 });
    expect(line).toMatch(/^█{12}░{12} {3}50 % {2}1,204 documents {2}301\/s {2}4\.0 s left$/);
  });

  it("tells no share where the size is not known", () => {
    expect(progressLine({ documents: 9, bytesRead: 50, totalBytes: undefined, elapsedMs: 2000 })).toBe(
      "9 documents  4.5/s",
    );
  });

  it("never goes past the end", () => {
    expect(progressLine({ documents: 9, bytesRead: 150, totalBytes: 100, elapsedMs: 2000 })).toContain(
      "100 %",
    );
  });
});

describe("ProgressBar", () => {
  function barAt() {
    const written: string[] = [];
    const clock = { ms: 0 };
    const stream = {
      columns: 80,
      write: (text: string) => written.push(text),
    } as unknown as NodeJS.WriteStream;
    return { bar: new ProgressBar({ stream, totalBytes: 100, now: () => clock.ms }), written, clock };
  }

  it("shows nothing in the first second, then draws at most ten times a second", () => {
    const { bar, written, clock } = barAt();
    for (clock.ms = 0; clock.ms <= 2000; clock.ms += 10) bar.advance(1, 1);
    expect(written.length).toBe(11);
  });

  it("clears only what it has drawn", () => {
    const { bar, written, clock } = barAt();
    bar.clear();
    expect(written).toEqual([]);
    clock.ms = 1500;
    bar.advance(1, 1);
    bar.clear();
    expect(written.at(-1)).toBe("\r\x1b[2K");
  });
});
