import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CoderOptions } from "../coding/coder.ts";
import { bundledModelPath } from "../language/load-language.ts";
import { bundledLexiconFolder } from "../lexicon/lexicon-folder.ts";
import { bundledOntologyFolder } from "../ontology/ontology-files.ts";

/** What a coder's records depend on beside the text and the program: SHA-256 in hexadecimal. */
export interface CoderHashes {
  /** Of the model file's bytes. */
  readonly model: string;
  /** Over the names and bytes of the lexicon's and the ontology's files. */
  readonly lexicon: string;
}

/** The hashes of the coder that `bundledCoder` makes with the same options. */
export function coderHashes({ lexicon = bundledLexiconFolder("en") }: CoderOptions = {}): CoderHashes {
  return {
    model: createHash("sha256")
      .update(readFileSync(bundledModelPath("en")))
      .digest("hex"),
    lexicon: foldersHash([lexicon, bundledOntologyFolder()]),
  };
}

function foldersHash(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    for (const file of files.sort()) {
      hash
        .update(`${file.slice(folder.length)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}
