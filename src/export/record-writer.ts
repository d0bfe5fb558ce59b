import type { CodedDocument } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import type { InputProblem } from "../document/input-problem.ts";

/** Takes coded documents one after the other and keeps them in a file. */
export interface RecordWriter {
  /**
   * Whether the document need not be coded, since the same command wrote it before it was cut off. Absent where a file is always made
   * from its beginning.
   */
  has?(document: Document): boolean;
  /**
   * Resolves when the next document can be taken; what is not yet on the disk then is bounded.
   * @throws OutputError in one sentence where it cannot be written
   */
  write(coded: CodedDocument, document: Document): Promise<void>;
  /** Takes note of a document that could not be read or coded. Absent where the file has no place for that. */
  note?(problem: InputProblem): Promise<void>;
  /**
   * Makes the file complete under its own name. Nothing may be written afterwards.
   * @throws OutputError in one sentence where it cannot be written
   */
  close(): Promise<void>;
  /** Keeps what there is where a run is stopped before its end, so that the same command goes on there. Absent where `close` does. */
  pause?(): Promise<void>;
  /** Gives the file up: what stood under its name before stands there still (a store keeps the documents it has). */
  abort(): Promise<void>;
}
