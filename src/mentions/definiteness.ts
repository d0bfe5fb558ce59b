import { headOfRange, isCapitalised, type Reading, relationOf, textOf } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";

/**
 * Whether a phrase means somebody whom the reader knows: "the President and Prime Minister", who share one article; "Prime Minister thanked Kenya",
 * who is the one whom the text is about.
 */
export function isDefinite(
  reading: Reading,
  { start, end, determiners, roles, plural }: RolePhrase,
): boolean {
  const { parsed, roleAt } = reading;
  if (determiners[0] === "the") return true;
  if (determiners.length > 0 || !isCapitalised(parsed, start)) return false;
  const isName = roles[0]?.isTitle === true && !plural && isCapitalised(parsed, end - 1);
  if (isName && /^(nsubj|obl|nmod)$/.test(relationOf(parsed, headOfRange(parsed, start, end)))) return true;
  const isJoined = /^(and|&)$/.test(textOf(parsed, start - 1)) && roleAt(start - 2) !== undefined;
  const first = isJoined ? (roleAt(start - 2) as { start: number }).start : start;
  return isJoined && /^the$/i.test(textOf(parsed, first - 1));
}
