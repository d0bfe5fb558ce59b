import type { Actor, Cast } from "./actor.ts";
import type { MentionDraft } from "./mention-draft.ts";
import type { NameRun } from "./name-runs.ts";
import { nameWords } from "./person-name.ts";
import { isCapitalised, type Reading, relationOf, TAG } from "./reading.ts";

/**
 * Later mentions of persons by name alone: "Tleuberdi", "Wang", "Xi Jinping".
 * A name that two persons share stands for nobody.
 */
export function shortNames(
  reading: Reading,
  cast: Cast,
  runs: readonly NameRun[],
  isTaken: (token: number) => boolean,
): MentionDraft[] {
  const drafts: MentionDraft[] = [];
  for (const { start, end } of [...runs, ...mistakenNames(reading, isTaken)]) {
    if (isTaken(start)) continue;
    const actor = bearerOf(cast, nameWords(reading, start, end));
    if (actor === undefined) continue;
    drafts.push({
      tokens: [start, end],
      form: "name",
      actors: [actor],
      rule: "short name",
      via: `name -> ${actor.name}`,
    });
  }
  return drafts;
}

// "welcomes Tokayev": taggers take names they have never seen for common nouns; whoever bears the name is meant all the same.
// Not "Rice prices rose", where the word only qualifies another.
function mistakenNames(reading: Reading, isTaken: (token: number) => boolean): NameRun[] {
  const { parsed } = reading;
  const runs: NameRun[] = [];
  for (let token = 0; token < parsed.tokenCount; token++) {
    if (parsed.columns.upos[token] !== TAG.NOUN || !isCapitalised(parsed, token) || isTaken(token)) continue;
    if (ARGUMENTS.has(relationOf(parsed, token)) && parsed.childrenOf(token).length <= 1) {
      runs.push({ start: token, end: token + 1 });
    }
  }
  return runs;
}

const ARGUMENTS: ReadonlySet<string> = new Set(["nsubj", "obj", "iobj", "obl", "nmod", "conj"]);

function bearerOf(cast: Cast, words: readonly string[]): Actor | undefined {
  const bearers = cast.withNameWords(words);
  return bearers.length === 1 ? bearers[0] : undefined;
}
