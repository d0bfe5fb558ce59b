import type { Cast } from "./actor.ts";
import type { KnownActor, NameSense } from "./actor-lexicon.ts";
import { actorOf } from "./actor-names.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { actorMeant } from "./name-senses.ts";
import { type Found, type Reading, textOf } from "./reading.ts";

/** Whoever a hyphen makes the leader of what follows, and the token after the participle: "Saudi" in "the Saudi-led [coalition]". */
export interface Leader {
  readonly actor: KnownActor;
  readonly end: number;
}

/** Whether a name leads what follows it: "Saudi-led"; not "Saudi-backed". */
export function leaderIn({ parsed, lexicon }: Reading, found: Found<NameSense>): Leader | undefined {
  const { start, end } = parsed.columns;
  const participle = found.end + 1;
  if (participle >= parsed.tokenCount) return undefined;
  const isTied =
    /^[-‐‑–]$/.test(textOf(parsed, found.end)) &&
    end[found.end - 1] === start[found.end] &&
    end[found.end] === start[participle];
  if (!isTied || !lexicon.leadingWords.has(textOf(parsed, participle))) return undefined;
  const actor = actorMeant(found);
  return actor === undefined ? undefined : { actor, end: participle + 1 };
}

/** Those whom a hyphen makes the leaders of something, each at its name: parties where what they lead is a deed: "Saudi-led strikes". */
export function leaders(reading: Reading, cast: Cast, isTaken: (token: number) => boolean): MentionDraft[] {
  return reading.names.flatMap((found) => {
    const leader = isTaken(found.start) ? undefined : leaderIn(reading, found);
    if (leader === undefined) return [];
    const actors = [actorOf(cast, leader.actor)];
    return [
      {
        tokens: [found.start, found.end] as const,
        form: "name" as const,
        actors,
        rule: `leader ${leader.actor.origin}`,
      },
    ];
  });
}
