import type { CodedDocument } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import type { InputProblem } from "../document/input-problem.ts";

/** What codes one document: a loaded language with its lexicon. Holds no state between documents. */
export interface DocumentCoder {
  /** What could not be read of the files that it was made with; told once a run, before its first document. */
  readonly problems?: readonly InputProblem[];
  code(document: Document): CodedDocument;
}

/** How a thread gets its coder: a module to import, and what to make the coder with. Passed between threads by value. */
export interface CoderModule<Options = unknown> {
  /** File URL of a module that exports `createCoder(options): Promise<DocumentCoder>`. */
  readonly url: string;
  readonly options: Options;
}

/** Imports the module and makes its coder; throws what `createCoder` throws (a mistake in the lexicon, a missing model). */
export async function loadCoder({ url, options }: CoderModule): Promise<DocumentCoder> {
  const module = (await import(url)) as { createCoder(options: unknown): Promise<DocumentCoder> };
  return module.createCoder(options);
}

/** A document's records, or why it has none. */
export type CodingResult =
  | { readonly kind: "coded"; readonly coded: CodedDocument }
  | { readonly kind: "failed"; readonly message: string; readonly stack?: string };

/** Codes one document; what the coder throws is told, not thrown, so that the run goes on. */
export function codeOne(coder: DocumentCoder, document: Document): CodingResult {
  try {
    return { kind: "coded", coded: coder.code(document) };
  } catch (error) {
    return failureOf(error);
  }
}

/** A failed result that says what was thrown. */
export function failureOf(error: unknown): CodingResult {
  if (!(error instanceof Error)) return { kind: "failed", message: String(error) };
  return {
    kind: "failed",
    message: error.message,
    ...(error.stack === undefined ? {} : { stack: error.stack }),
  };
}
