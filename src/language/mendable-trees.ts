import { ROOT } from "./parsed-document.ts";

/** A sentence's tree while it is being mended, and the names behind its numbers. */
export interface MendableTrees {
  readonly words: readonly string[];
  /** Token indexes over the document, `ROOT` at a root. */
  readonly head: Int32Array;
  readonly deprel: Uint16Array | Uint8Array;
  /** Indexes into `UPOS`. */
  readonly upos: Uint8Array;
  readonly xpos: Uint16Array;
  readonly xposNames: readonly string[];
  readonly deprelNames: readonly string[];
}

/** Whether a word hangs on another, directly or not, or is it. No word may be hung on what hangs on it. */
export function isUnder(word: number, ancestor: number, head: Int32Array): boolean {
  for (let node = word; node !== ROOT; node = head[node] as number) if (node === ancestor) return true;
  return false;
}
