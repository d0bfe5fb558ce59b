import { distinctParties, type Meaning, without } from "./meaning.ts";

/**
 * Joins to a violent deed what it is said to have done: "shelled the town, killing ten people" tells of one assault, on the town and
 * on those who died; "seized power, ousting the president" of one coup. Not "shelled the town and arrested its mayor".
 *
 * @param meanings in the order of their words
 */
export function withResults(meanings: readonly Meaning[]): Meaning[] {
  const joined: Meaning[] = [];
  for (const meaning of meanings) {
    const place = joined.findIndex((deed) => isResultOf(meaning, deed));
    const deed = joined[place];
    if (deed === undefined) joined.push(meaning);
    else joined[place] = withResult(deed, meaning);
  }
  return joined;
}

const VIOLENT_TYPES: ReadonlySet<string> = new Set(["ASSAULT", "COERCE"]);

function isResultOf(result: Meaning, deed: Meaning): boolean {
  const { anchor } = result;
  const isParticiple = anchor.xpos === "VBG" && anchor.relation === "advcl" && anchor.head === deed.anchor;
  return (
    isParticiple &&
    anchor.dependent("mark", "aux") === undefined &&
    VIOLENT_TYPES.has(deed.kind.type) &&
    result.kind.type === deed.kind.type &&
    (deed.kind.type === "ASSAULT" || result.kind.mode === deed.kind.mode) &&
    result.status === deed.status &&
    without(result.actors, deed.actors).length === 0
  );
}

function withResult(deed: Meaning, result: Meaning): Meaning {
  return {
    ...deed,
    recipients: distinctParties([...deed.recipients, ...result.recipients]),
    trigger: [...deed.trigger, ...result.trigger],
  };
}
