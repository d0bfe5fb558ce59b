import { documentFromConllu, readConllu } from "./conllu.ts";
import type { MendableTrees } from "./mendable-trees.ts";
import { ROOT } from "./parsed-document.ts";

/**
 * A hand-written tree after mending.
 *
 * @param rows one word a row: form, Penn tag, head (from 1, 0 the root), relation
 * @returns one word a row: form, form of the head ("-" at the root), relation
 */
export function mendedRows(
  mend: (trees: MendableTrees, sentenceStart: Uint32Array) => void,
  rows: readonly string[],
): string[] {
  const text = rows
    .map((row, i) => {
      const [form, xpos, head, deprel] = row.split(" ");
      return [i + 1, form, form, "X", xpos, "_", head, deprel, "_", "_"].join("\t");
    })
    .join("\n");
  const { columns, names, sentenceStart } = documentFromConllu(readConllu(`${text}\n\n`, "test"));
  // The tree's own names may lack the relations that mending gives.
  const deprelNames = [
    ...names.deprel,
    "nsubj",
    "obj",
    "obl",
    "aux",
    "acl",
    "acl:relcl",
    "conj",
    "case",
    "amod",
    "flat",
  ];
  mend(
    { words: rows.map((row) => row.split(" ")[0] as string), ...columns, xposNames: names.xpos, deprelNames },
    sentenceStart,
  );
  return rows.map((row, i) => {
    const head = columns.head[i] as number;
    return `${row.split(" ")[0]} ${head === ROOT ? "-" : rows[head]?.split(" ")[0]} ${deprelNames[columns.deprel[i] as number]}`;
  });
}
