import { workerData } from "piscina";
import type { Document } from "../document/document.ts";
import type { InputProblem } from "../document/input-problem.ts";
import {
  type CoderModule,
  type CodingResult,
  codeOne,
  type DocumentCoder,
  loadCoder,
} from "./coder-module.ts";

/** What a worker thread answers to a batch: one result a document, in order, or that it has no coder to code with. */
export type BatchAnswer =
  | {
      readonly kind: "results";
      readonly results: readonly CodingResult[];
      readonly problems: readonly InputProblem[];
    }
  | { readonly kind: "no coder"; readonly error: unknown };

let loading: Promise<DocumentCoder> | undefined;

/** The task of a worker thread: codes a batch of documents. The thread's coder is made once, at its first batch. */
export default async function codeBatch(documents: readonly Document[]): Promise<BatchAnswer> {
  loading ??= loadCoder(workerData as CoderModule);
  let coder: DocumentCoder;
  try {
    coder = await loading;
  } catch (error) {
    return { kind: "no coder", error };
  }
  return {
    kind: "results",
    results: documents.map((document) => codeOne(coder, document)),
    problems: coder.problems ?? [],
  };
}
