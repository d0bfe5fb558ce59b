import type { Actor, Cast } from "./actor.ts";
import type { NameSense, Role } from "./actor-lexicon.ts";
import { actorOf } from "./actor-names.ts";
import { personInOffice } from "./known-people.ts";
import type { Reading } from "./reading.ts";
import { comparableWords } from "./words.ts";

/** An actor whom a document's title names, with its place among the title's words: `[start, end)`. */
export interface TitleActor {
  readonly start: number;
  readonly end: number;
  /** A country or organisation by its own name, or a person whom the text names too. */
  readonly actor: Actor;
}

/** A document's title as words, with the actors that it names in text order. Titles are not parsed: their grammar is not that of sentences. */
export interface Title {
  readonly words: readonly string[];
  readonly actors: readonly TitleActor[];
  /** Whose words the text is: "Statement by High Representative Ine Berg". */
  readonly speaker: Actor | undefined;
}

/** Reads the title of a document; without one it has no words. */
export function readTitle(reading: Reading, cast: Cast): Title {
  const { document, lexicon } = reading;
  const words = comparableWords(document.title ?? "");
  const lower = words.map((word) => word.toLowerCase());
  const actors: TitleActor[] = [];
  for (let word = 0; word < words.length; ) {
    const found = lexicon.names.longestAt(words, word, () => true);
    const known = found?.values.find(isNamed)?.actor;
    const title = known === undefined ? lexicon.roles.longestAt(lower, word, () => true) : undefined;
    const length = found?.length ?? title?.length ?? 1;
    const actor =
      known !== undefined
        ? actorOf(cast, known)
        : title === undefined
          ? personAt(cast, words, word)
          : personInTitle(reading, cast, words.slice(word + length), title.values[0]?.role);
    if (actor !== undefined && actors.at(-1)?.actor !== actor) {
      actors.push({ start: word, end: word + length, actor });
    }
    word += length;
  }
  return { words, actors, speaker: speakerOf(lower, actors) };
}

/** What somebody says or writes in the first person. */
const SPEECH =
  /^(statement|remarks|message|speech|address|letter|declaration|comments|op-ed|interview|lecture|intervention)$/;

/** Where the name of whoever speaks ends: "Statement by Ghana's Foreign Minister Ama Mensah on Chad". */
const AFTER_SPEAKER =
  /^(on|about|regarding|concerning|following|after|before|at|in|to|for|with|during|ahead)$/;

// One person alone: "Remarks by Berg and Ruiz" are of two, who say "I" in turn.
function speakerOf(lower: readonly string[], actors: readonly TitleActor[]): Actor | undefined {
  const speech = lower.findIndex((word) => SPEECH.test(word));
  const by = lower.findIndex((word, place) => place > speech && /^(by|from|of)$/.test(word));
  if (speech < 0 || by < 0) return undefined;
  const end = lower.findIndex((word, place) => place > by && AFTER_SPEAKER.test(word));
  const people = actors.filter(
    ({ start, actor }) => start > by && (end < 0 || start < end) && actor.kind === "person",
  );
  return people.length === 1 ? people[0]?.actor : undefined;
}

function isNamed({ reading, actor }: NameSense): boolean {
  return (reading === "name" || reading === "adjective") && actor.kind !== "person";
}

// "Biden", "Ine Berg": by the last word of a name that the text has in full.
function personAt(cast: Cast, words: readonly string[], word: number): Actor | undefined {
  const text = words[word] as string;
  if (!/^\p{Lu}/u.test(text)) return undefined;
  const found = cast
    .withNameWords([text])
    .filter(({ kind, nameWords }) => kind === "person" && nameWords.at(-1) === text);
  return found.length === 1 ? found[0] : undefined;
}

// "President von der Leyen", whom the text does not name: by office and day.
function personInTitle(
  { lexicon, document }: Reading,
  cast: Cast,
  rest: readonly string[],
  role: Role | undefined,
): Actor | undefined {
  if (role?.isTitle !== true) return undefined;
  const end = rest.findIndex((word) => /^(and|on|of|with|to|in|at|'s?|,|Following)$/.test(word));
  const name = end < 0 ? rest : rest.slice(0, end);
  if (name.length === 0 || name.length > LONGEST_NAME) return undefined;
  const terms = lexicon.officeHolders.titled(name, [role.name, ...role.also], document.date);
  return terms.length === 0 ? undefined : personInOffice(cast, terms, document.date);
}

const LONGEST_NAME = 5;
