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
