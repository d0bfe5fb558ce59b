const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const UTF8_LENIENT = new TextDecoder("utf-8", { ignoreBOM: true });

/** Windows-1252 at 0x80 to 0x9f; elsewhere it is Latin-1. (Node 20's own decoder of that name reads all of it as Latin-1.) */
const WINDOWS_1252_AT_0X80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const BYTE_ORDER_MARKS: readonly { encoding: "utf-8" | "utf-16le" | "utf-16be"; bytes: readonly number[] }[] =
  [
    { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
    { encoding: "utf-16le", bytes: [0xff, 0xfe] },
    { encoding: "utf-16be", bytes: [0xfe, 0xff] },
  ];
const LONGEST_MARK = 3;

/**
 * The same bytes without their byte order mark; UTF-16, known by its mark, comes out as UTF-8. Without a mark
 * the bytes pass unchanged. Holds one chunk at a time.
 */
export async function* withoutByteOrderMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const recode = (bytes: Buffer) =>
    decoder === undefined ? bytes : Buffer.from(decoder.decode(bytes, { stream: true }));

  for await (const chunk of chunks) {
    if (head === undefined) {
      yield recode(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < LONGEST_MARK) continue; // a pipe may bring a single byte
    const start = markOf(head);
    if (start.encoding !== "utf-8") decoder = new TextDecoder(start.encoding, { ignoreBOM: true });
    yield recode(head.subarray(start.length));
    head = undefined;
  }
  if (head !== undefined) yield head.subarray(markOf(head).length);
  if (decoder !== undefined) yield Buffer.from(decoder.decode());
}

function markOf(head: Buffer): { encoding: string; length: number } {
  const mark = BYTE_ORDER_MARKS.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  return mark === undefined
    ? { encoding: "utf-8", length: 0 }
    : { encoding: mark.encoding, length: mark.bytes.length };
}

/** Decoded text, and what had to be guessed or replaced to get it. */
export interface DecodedText {
  readonly text: string;
  /** A sentence for the reader of the output; absent where the bytes were valid UTF-8. */
  readonly warning?: string;
}

/**
 * Decodes UTF-8. Bytes that are not valid are read as Windows-1252, the usual case of old files; but where
 * most characters beyond ASCII are valid UTF-8 (a text cut inside a character), each wrong byte becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  try {
    return { text: UTF8.decode(bytes) };
  } catch {
    const lenient = UTF8_LENIENT.decode(bytes);
    let wrong = 0;
    let right = 0;
    for (const character of lenient) {
      if (character === "\ufffd") wrong++;
      else if (character > "\u007f") right++;
    }
    return right > wrong
      ? {
          text: lenient,
          warning: `${wrong} wrong UTF-8 byte${wrong === 1 ? " was" : "s were"} replaced by \ufffd`,
        }
      : { text: windows1252(bytes), warning: "not valid UTF-8, so it was read as Windows-1252" };
  }
}

function windows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes).toString("latin1");
  return latin1.replace(/[\u0080-\u009f]/g, (character) =>
    WINDOWS_1252_AT_0X80.charAt(character.charCodeAt(0) - 0x80),
  );
}

/** Share of control characters above which bytes are no text: random bytes have about 0.1, written text has none. */
const MOST_CONTROL_CHARACTERS = 0.02;

/** Whether a text came from a binary file: it has a NUL or many control characters. */
export function looksBinary(text: string): boolean {
  let controls = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0) return true;
    const isControl = (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d)) || (unit >= 0x7f && unit < 0xa0);
    if (isControl) controls++;
  }
  return controls > text.length * MOST_CONTROL_CHARACTERS;
}
