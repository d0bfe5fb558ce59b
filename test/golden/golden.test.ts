import { readdirSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coding/coder.ts";
import type { Document } from "../../src/document/document.ts";
import { readDocuments } from "../../src/document/read-documents.ts";
import { goldenText } from "./golden-text.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));
const CODED = fileURLToPath(new URL("coded/", import.meta.url));

const files = readdirSync(EXAMPLES)
  .filter((name) => /\.(txt|jsonl)$/.test(name))
  .sort();

let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});

async function documentsOf(file: string): Promise<Document[]> {
  const documents: Document[] = [];
  for await (const item of readDocuments([join(EXAMPLES, file)], { maxDocumentBytes: 1e6 })) {
    if (item.kind !== "document") throw new Error(item.problem.message);
    const { id } = item.document;
    documents.push({ ...item.document, id: isAbsolute(id) ? relative(EXAMPLES, id) : id });
  }
  return documents;
}

// What the coder makes of each example, to be looked at when it changes: `npx vitest run test/golden --update` writes it anew.
it.each(files)("%s is coded as before", async (file) => {
  const documents = await documentsOf(file);
  const coded = documents.map((document) => goldenText(document, coder.code(document))).join("\n");
  await expect(coded).toMatchFileSnapshot(join(CODED, `${file}.golden`));
});
