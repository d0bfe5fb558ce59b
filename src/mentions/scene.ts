import type { Actor, Cast } from "./actor.ts";
import type { KnownActor } from "./actor-lexicon.ts";
import type { Discourse } from "./discourse.ts";
import type { Publisher } from "./publishers.ts";
import type { Reading } from "./reading.ts";
import type { Title } from "./title.ts";
import type { Turn } from "./turns.ts";

/** All that a rule may look at to say who is meant. */
export interface Scene {
  readonly reading: Reading;
  readonly discourse: Discourse;
  readonly cast: Cast;
  /** The government in whose voice the document is written, if any. */
  readonly publisher: Publisher | undefined;
  /** The organisation in whose voice it is written, if any. */
  readonly body: KnownActor | undefined;
  readonly title: Title;
  /** The publisher's country where the text is about home affairs: see `homeOf`. */
  readonly home: string | undefined;
  /** The country in which alone the text plays: see `domesticOf`. */
  readonly domestic: string | undefined;
  /** The one country abroad that a government's text is about: see `aboutOf`. */
  readonly about: string | undefined;
  /** The parties in whose name a joint text is written; undefined where it is not joint. */
  readonly joint: readonly Actor[] | undefined;
  /** The turns of a transcript, in text order. */
  readonly turns: readonly Turn[];
}
