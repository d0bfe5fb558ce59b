import type { CoderOptions } from "../coding/coder.ts";
import type { CoderModule } from "./coder-module.ts";

/** The coder of this package, as compiled beside this file. */
export function bundledCoder(options: CoderOptions = {}): CoderModule<CoderOptions> {
  return { url: new URL("../coding/coder.js", import.meta.url).href, options };
}
