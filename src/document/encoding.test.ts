import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText, looksBinary, withoutByteOrderMark } from "./encoding.ts";

async function bytesWithoutMark(bytes: Uint8Array, chunkSize: number): Promise<Buffer> {
  async function* chunks() {
    for (let start = 0; start < bytes.length; start += chunkSize) {
      yield bytes.subarray(start, start + chunkSize);
    }
  }
  const parts: Buffer[] = [];
  for await (const part of withoutByteOrderMark(chunks())) parts.push(part);
  return Buffer.concat(parts);
}

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

describe("withoutByteOrderMark", () => {
  it.each([
    ["UTF-8 with a mark", Buffer.from("\ufeffOslo é 😀")],
    ["UTF-8 without one", Buffer.from("Oslo é 😀")],
    ["UTF-16, little end first", Buffer.from("\ufeffOslo é 😀", "utf16le")],
    ["UTF-16, big end first", utf16be("\ufeffOslo é 😀")],
  ])("reads %s, whatever its chunks", async (_name, bytes) => {
    for (const chunkSize of [1, 2, 3, 5, 100]) {
      expect((await bytesWithoutMark(bytes, chunkSize)).toString()).toBe("Oslo é 😀");
    }
  });

  it.each(["", "a", "ab"])("leaves %j, shorter than a mark, alone", async (text) => {
    expect((await bytesWithoutMark(Buffer.from(text), 1)).toString()).toBe(text);
  });

  it("keeps every byte of anything without a mark", async () => {
    const anyBytes = fc.uint8Array({ minLength: 3 }).filter(([first = 0]) => first < 0xef);
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.integer({ min: 1, max: 7 }), async (bytes, chunkSize) => {
        expect(await bytesWithoutMark(bytes, chunkSize)).toEqual(Buffer.from(bytes));
      }),
    );
  });
});

describe("decodeText", () => {
  it("gives back any well-formed text as it was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(decodeText(Buffer.from(text))).toEqual({ text: Buffer.from(text).toString() });
      }),
    );
  });

  it("reads what is not UTF-8 as Windows-1252, and says so", () => {
    const decoded = decodeText(Buffer.from([0x93, 0x43, 0x61, 0x66, 0xe9, 0x94])); // “Café”
    expect(decoded.text).toBe("“Café”");
    expect(decoded.warning).toContain("Windows-1252");
  });

  it("replaces a wrong byte in what is otherwise UTF-8, and says so", () => {
    const decoded = decodeText(Buffer.from("Erdoğan a reçu l’émissaire é").subarray(0, -1));
    expect(decoded.text).toBe("Erdoğan a reçu l’émissaire \ufffd");
    expect(decoded.warning).toContain("1 wrong UTF-8 byte");
  });
});

describe("looksBinary", () => {
  it.each(["\u0000", "Oslo\u0000", "\u0001\u0002\u0003", "PK\u0003\u0004\u0014"])("says so of %j", (text) => {
    expect(looksBinary(text)).toBe(true);
  });
  it.each(["", "Oslo spoke.\r\n\tAgain.\f", `One stray \u001b in ${"a long text ".repeat(10)}`, "日本 😀"])(
    "does not say so of %j",
    (text) => {
      expect(looksBinary(text)).toBe(false);
    },
  );
});
