import type { Document } from "./document.ts";
import type { InputFormat } from "./input-format.ts";
import type { InputProblem } from "./input-problem.ts";

/** Where a document was read from; `line`, from 1, where its file holds several. */
export interface DocumentPlace {
  readonly file: string;
  readonly line?: number;
}

/**
 * What reading gives, in input order. A warning is about the document that follows it, which is coded all the same.
 * `bytes` is the length of input used up by the item; those of a whole input add up to its size.
 */
export type ReadItem =
  | {
      readonly kind: "document";
      readonly document: Document;
      readonly place: DocumentPlace;
      readonly bytes: number;
    }
  | { readonly kind: "problem" | "warning"; readonly problem: InputProblem; readonly bytes: number };

export interface ReadOptions {
  /** Reads every input as this instead of guessing. */
  readonly format?: InputFormat;
  /** Publication day of the documents that give none, `YYYY-MM-DD`. */
  readonly date?: string;
  /** Longest document in bytes; a longer one is a problem, and is never held in memory. */
  readonly maxDocumentBytes: number;
  /** What the input `-` reads. */
  readonly standardInput?: AsyncIterable<Uint8Array>;
}

/** One input, opened, past its byte order mark. */
export interface InputSource {
  /** As printed in problems. */
  readonly name: string;
  /** Id of the one document it holds, or what the ids of its documents start with. */
  readonly id: string;
  readonly chunks: AsyncIterable<Buffer>;
  /** In bytes; absent for pipes. */
  readonly size?: number;
}
