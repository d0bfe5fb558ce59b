import type { DocumentMentions, Mention } from "../mentions/mention.ts";
import type { Party } from "./meaning.ts";

/** The parties that a mention stands for; none without one. */
export function partiesOf(mention: Mention | undefined): Party[] {
  return (mention?.entities ?? []).map((entity, i) => ({ entity, chain: mention?.chains[i] as number }));
}

/** The same, with whoever they are said to belong to. */
export function ownedPartiesOf(mention: Mention | undefined, mentions: DocumentMentions): Party[] {
  const owner = mention?.form === "nominal" ? mentions.actorAt(mention.tokens[0])?.chains[0] : undefined;
  const parties = partiesOf(mention);
  return owner === undefined ? parties : parties.map((party) => ({ ...party, owner }));
}
