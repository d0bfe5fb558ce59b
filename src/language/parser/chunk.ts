/** Sentences worked on together. Rows of values count from the chunk's first token, indexes of tokens over the whole document. */
export interface Chunk {
  readonly forms: readonly string[];
  /** First token of each sentence, closed by the end of the last. */
  readonly starts: Uint32Array;
  /** The first token. */
  readonly first: number;
  /** How many tokens. */
  readonly count: number;
}

export function chunkOf(forms: readonly string[], starts: Uint32Array): Chunk {
  const first = starts[0] as number;
  return { forms, starts, first, count: (starts[starts.length - 1] as number) - first };
}

/** Calls back with each sentence's first token and length. */
export function eachSentence(chunk: Chunk, visit: (start: number, length: number) => void): void {
  for (let s = 0; s + 1 < chunk.starts.length; s++) {
    const start = chunk.starts[s] as number;
    visit(start, (chunk.starts[s + 1] as number) - start);
  }
}
