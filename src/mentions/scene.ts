import type { Cast } from "./actor.ts";
import type { Discourse } from "./discourse.ts";
import type { Publisher } from "./publishers.ts";
import type { Reading } from "./reading.ts";

/** All that a rule may look at to say who is meant. */
export interface Scene {
  readonly reading: Reading;
  readonly discourse: Discourse;
  readonly cast: Cast;
  /** The government in whose voice the document is written, if any. */
  readonly publisher: Publisher | undefined;
}
