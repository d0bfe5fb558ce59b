import type { CoderModule } from "./coder-module.ts";

/** What the coder of this package can be made with. */
export interface BundledCoderOptions {
  /** Folder of a lexicon to use in place of the bundled one. */
  readonly lexicon?: string;
}

/** The coder of this package, as compiled beside this file. */
export function bundledCoder(options: BundledCoderOptions = {}): CoderModule<BundledCoderOptions> {
  return { url: new URL("../coding/coder.js", import.meta.url).href, options };
}
