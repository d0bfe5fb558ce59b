const NEWLINE = 0x0a;

/** One line of an input, without its newline. */
export interface ByteLine {
  /** Counts from 1. */
  readonly line: number;
  /** Length of the line in bytes. */
  readonly length: number;
  /** Absent where the line is longer than the limit: such a line is passed over, never held. */
  readonly bytes?: Buffer;
}

/** Cuts a byte stream at its newlines, holding at most one line of `maxBytes`. A carriage return stays in its line. */
export async function* byteLines(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<ByteLine> {
  let parts: Buffer[] = [];
  let length = 0;
  let line = 0;

  const keep = (part: Buffer) => {
    length += part.length;
    if (length > maxBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const finish = (): ByteLine => {
    const held = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    const finished = { line: ++line, length, ...(length > maxBytes ? {} : { bytes: held }) };
    parts = [];
    length = 0;
    return finished;
  };

  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield finish();
}
