import type { Actor, Cast } from "./actor.ts";
import type { NameSense } from "./actor-lexicon.ts";
import { mostFrequent } from "./most-frequent.ts";
import { countryItself, namedActor } from "./name-senses.ts";
import { type Found, type Reading, textOf } from "./reading.ts";

/**
 * Gives foreign ministers and leaders of whom the text does not say whose they are the other country of a pair that it speaks of, where
 * the people it places are all of one: "Deputy Foreign Minister Orlov received the Ambassador of Angola to Russia. … Russian-Angolan
 * relations". Countries make a pair where they stand joined, or as an ambassador's; not Mali and Ukraine in "held talks with the
 * Malian minister on the situation in Ukraine".
 */
export function claimByPair(reading: Reading, cast: Cast): void {
  const homeless = peopleOf(cast).filter(isHomeless);
  const other = homeless.length === 0 ? undefined : otherOfPair(reading, cast);
  if (other !== undefined) for (const actor of homeless) actor.country = other;
}

/** The country that a text speaks of as one of a pair with that of all the people whom it places: "UK-Japan ties" where those are Japanese. */
export function otherOfPair(reading: Reading, cast: Cast): string | undefined {
  const placed = new Set(peopleOf(cast).flatMap(({ country }) => country ?? []));
  const [known] = placed;
  if (placed.size !== 1 || known === undefined) return undefined;
  const others = [...pairs(reading)].flatMap(([one, two]) => {
    const other = one === known ? two : two === known ? one : undefined;
    return other === undefined || other === known ? [] : [other];
  });
  const [first, second] = mostFrequent(others);
  return first === undefined || first[1] === second?.[1] ? undefined : first[0];
}

function peopleOf(cast: Cast): Actor[] {
  return cast.people.filter(({ kind, nameWords }) => kind === "person" && nameWords.length > 0);
}

function isHomeless({ country, code, roles }: Actor): boolean {
  return (
    country === undefined &&
    code === undefined &&
    roles.some((role) => /^(leader|minister|diplomat|top diplomat)$/.test(role))
  );
}

function* pairs({ names, parsed, roleAt }: Reading): Generator<readonly [string, string]> {
  for (const [index, name] of names.entries()) {
    const next = names[index + 1];
    const [one, two] = [countryOf(name), next === undefined ? undefined : countryOf(next)];
    if (next === undefined || one === undefined || two === undefined) continue;
    const between = parsed.text
      .slice(parsed.columns.end[name.end - 1], parsed.columns.start[next.start])
      .trim();
    const isJoined = /^([-–/]|and( the)?)$/.test(between);
    if (isJoined || (between === "to" && isAmbassadors(name))) yield [one, two];
  }

  // "the Ambassador of Mongolia to China".
  function isAmbassadors({ start }: Found<NameSense>): boolean {
    const of = textOf(parsed, start - 1) === "the" ? start - 2 : start - 1;
    const role = roleAt(of - 1)?.senses[0]?.role;
    return textOf(parsed, of) === "of" && role?.also.includes("diplomat") === true;
  }
}

function countryOf(name: Found<NameSense>): string | undefined {
  return countryItself(namedActor(name));
}
