import type { Coder } from "../coding/coder.ts";
import { type CorrectedDocument, correctionReport, scoreCorrections } from "../evaluation/corrections.ts";
import { CliError, EXIT_FAILURE } from "./cli-error.ts";

/**
 * Scores a coder against the corrections that a store holds.
 * @throws CliError where it holds none
 */
export async function reportOnCorrections(
  coder: Coder,
  path: string,
  options: { readonly errors: number },
): Promise<string> {
  // Loaded where they are needed: the database engine takes longer to load than most evaluations.
  const { RoomStore } = await import("../server/room-store.ts");
  const { goldDocuments } = await import("../server/corrections.ts");
  const store = await RoomStore.open(path);
  try {
    const documents: CorrectedDocument[] = [];
    for await (const document of goldDocuments(store)) documents.push(document);
    if (documents.length === 0) {
      throw new CliError(
        `${path}: nobody has corrected anything in it; open it with dragoman serve ${path} --allow-corrections`,
        EXIT_FAILURE,
      );
    }
    const scores = scoreCorrections(documents, (document) => coder.code(document).events);
    return `${documents.length} corrected documents, coded anew\n${correctionReport(scores, options)}`;
  } finally {
    store.close();
  }
}
