import type { Actor, Cast } from "./actor.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { nameWords, personNameEnd } from "./person-name.ts";
import type { Reading } from "./reading.ts";

/**
 * Later mentions of persons by name alone: "Tleuberdi", "Wang", "Xi Jinping".
 * A name that two persons share stands for nobody.
 */
export function shortNames(
  reading: Reading,
  cast: Cast,
  isTaken: (token: number) => boolean,
): MentionDraft[] {
  const drafts: MentionDraft[] = [];
  for (let token = 0; token < reading.parsed.tokenCount; token++) {
    if (isTaken(token)) continue;
    const end = personNameEnd(reading, token);
    if (end === token) continue;
    const actor = bearerOf(cast, nameWords(reading, token, end));
    if (actor !== undefined) {
      drafts.push({
        tokens: [token, end],
        form: "name",
        actors: [actor],
        rule: "short name",
        via: `name -> ${actor.name}`,
      });
    }
    token = end - 1;
  }
  return drafts;
}

function bearerOf(cast: Cast, words: readonly string[]): Actor | undefined {
  const bearers = cast.withNameWords(words);
  return bearers.length === 1 ? bearers[0] : undefined;
}
