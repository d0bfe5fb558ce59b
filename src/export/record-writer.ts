import type { CodedDocument } from "../coding/records.ts";
import type { Document } from "../document/document.ts";

/** Takes coded documents one after the other and keeps them in a file. */
export interface RecordWriter {
  /**
   * Resolves when the next document can be taken; what is not yet on the disk then is bounded.
   * @throws OutputError in one sentence where it cannot be written
   */
  write(coded: CodedDocument, document: Document): Promise<void>;
  /**
   * Makes the file complete under its own name. Nothing may be written afterwards.
   * @throws OutputError in one sentence where it cannot be written
   */
  close(): Promise<void>;
  /** Gives the file up: what stood under its name before stands there still (a store keeps the documents it has). */
  abort(): Promise<void>;
}
