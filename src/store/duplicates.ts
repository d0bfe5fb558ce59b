import type { DuckDBConnection } from "@duckdb/node-api";
import { commonSequences, wordSequences } from "./min-hash.ts";
import { queryStore } from "./query.ts";
import { RowBuffer } from "./row-buffer.ts";
import { DUPLICATES } from "./schema.ts";

/** Share of sequences that two documents have in common from which on one is taken for a version of the other. */
const NEAR = 0.7;
/** Share of the shorter document's sequences that stand in the longer one from which on it is contained in it. */
const CONTAINED = 0.9;
/** A document of fewer sequences is contained in another only by chance, or as its boilerplate. */
const FEWEST_CONTAINED = 40;

/*
 * Each document is compared with the first and with the last before it that shares a band: of many copies each is then compared with
 * a few, not with all, and leads to the first all the same.
 */
const CANDIDATES = `WITH band AS (
  SELECT id, date, unnest(bands) AS band FROM documents
), neighbour AS (
  SELECT id, first_value(id) OVER earlier AS first, lag(id) OVER earlier AS last
  FROM band WINDOW earlier AS (PARTITION BY band ORDER BY date NULLS LAST, id)
), pair AS (
  SELECT DISTINCT id, unnest([first, last]) AS earlier FROM neighbour
)
SELECT pair.id, earlier, later.text, original.text
FROM pair JOIN documents AS later ON later.id = pair.id JOIN documents AS original ON original.id = earlier
WHERE earlier <> pair.id
ORDER BY later.date NULLS LAST, pair.id, original.date NULLS LAST, earlier`;

/** How like two documents are, where one is a copy or a version of the other. */
export interface Likeness {
  /** Share of all their sequences that both have, 0 to 1. */
  readonly similarity: number;
  readonly kind: "identical" | "near" | "contained";
}

/** Most copies are: nothing need be compared. Texts without words are never candidates. */
const SAME_TEXT: Likeness = { similarity: 1, kind: "identical" };

/** Compares the words of two texts; `undefined` where neither is made of the other. */
export function likeness(left: Int32Array, right: Int32Array): Likeness | undefined {
  const shorter = Math.min(left.length, right.length);
  if (shorter === 0) return undefined;
  const common = commonSequences(left, right);
  const similarity = common / (left.length + right.length - common);
  if (similarity === 1) return { similarity, kind: "identical" };
  if (similarity >= NEAR) return { similarity, kind: "near" };
  if (shorter >= FEWEST_CONTAINED && common / shorter >= CONTAINED) return { similarity, kind: "contained" };
  return undefined;
}

/**
 * Finds the documents of a store that say what an earlier one says, and makes the table of duplicates anew. What it holds depends on the
 * documents alone, not on the runs that stored them. A document comes before another by its day, then by its id.
 */
export async function linkDuplicates(connection: DuckDBConnection): Promise<void> {
  const links = await closestEarlier(connection);
  const rows = new RowBuffer();
  const originals = new Map<string, string>();
  for (const [document, { copied, similarity, kind }] of links) {
    const original = originals.get(copied) ?? copied; // links come in the order of documents: that of the copied one is known
    originals.set(document, original);
    rows.add(DUPLICATES, { document, original, copied, similarity, kind });
  }
  await connection.run("BEGIN");
  await connection.run(`DELETE FROM ${DUPLICATES.name}`);
  await rows.appendTo(connection);
  await connection.run("COMMIT");
}

/** The earlier document that each is most like, if it is like one; in the order of the documents. */
async function closestEarlier(
  connection: DuckDBConnection,
): Promise<Map<string, Likeness & { readonly copied: string }>> {
  const links = new Map<string, Likeness & { readonly copied: string }>();
  let compared = { text: "", sequences: wordSequences("") };
  const candidates = await queryStore(connection, CANDIDATES);
  for await (const rows of candidates.rows()) {
    for (const [id, earlier, text, earlierText] of rows as [string, string, string, string][]) {
      if (compared.text !== text) compared = { text, sequences: wordSequences(text) };
      const found =
        text === earlierText ? SAME_TEXT : likeness(compared.sequences, wordSequences(earlierText));
      if (found === undefined) continue;
      const best = links.get(id);
      if (best === undefined || found.similarity > best.similarity)
        links.set(id, { ...found, copied: earlier });
    }
  }
  return links;
}
