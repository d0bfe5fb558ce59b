import { basename } from "node:path";
import type { ActorLexicon, KnownActor, NameSense } from "../actor-lexicon.ts";
import { type PhraseMatch, PhraseTrie } from "../phrase-trie.ts";
import { comparableWords } from "../words.ts";
import type { ActorRecord } from "./actor-records.ts";
import type { CameoCodes } from "./cameo-codes.ts";
import { codeOn } from "./dated-code.ts";

/** Codes by which a dictionary says that a name is no actor. */
const NO_ACTOR = /^[-#+]+$/;

/** One name of a loaded dictionary. */
interface Entry {
  readonly record: ActorRecord;
  readonly file: string;
  /** Readings that the lexicon has for the same words: a capital stays one, whatever its code. */
  readonly known: readonly NameSense[];
}

/** The actors of the loaded dictionaries by name, whatever its capitals. An actor's code depends on a document's date. */
export class Dictionary {
  /** All but people by their bare names. */
  readonly #names = new PhraseTrie<Entry>();
  readonly #people = new Map<string, Entry>();
  readonly #codes: CameoCodes;
  readonly #lexicon: ActorLexicon;

  /** @param records of all files; where several have a name, the last one holds */
  constructor(
    records: readonly { readonly record: ActorRecord; readonly file: string }[],
    lexicon: ActorLexicon,
    codes: CameoCodes,
  ) {
    this.#codes = codes;
    this.#lexicon = lexicon;
    const known = new Map(
      Array.from(lexicon.names.entries(), ([words, senses]) => [words.join(" ").toLowerCase(), senses]),
    );
    for (const { record, file } of records) {
      const words = wordsOf(record.name, (bare) => known.has(bare));
      if (words.length === 0) continue;
      const entry = { record, file, known: known.get(words.join(" ")) ?? [] };
      const person = this.#personIn(entry, words);
      if (person === undefined) this.#names.set(words, [entry]);
      else this.#people.set(person, entry);
    }
  }

  /** The longest name at a word of a text, with what it means on the document's day; nothing where it has no code then. */
  nameAt(
    words: readonly string[],
    from: number,
    accepts: (end: number) => boolean,
    date: string | undefined,
  ): PhraseMatch<NameSense> | undefined {
    const found = this.#names.longestAt(words, from, accepts);
    const senses = found?.values.flatMap((entry) => this.#sensesOf(entry, date));
    return found === undefined || senses === undefined || senses.length === 0
      ? undefined
      : { length: found.length, values: senses };
  }

  /** A person by the words of the name, the full one but for people whose title the text gives, with the code of the document's day. */
  personNamed(nameWords: readonly string[], date: string | undefined): KnownActor | undefined {
    const entry = this.#people.get(nameWords.join(" ").toLowerCase());
    const code = entry === undefined ? undefined : codeOn(entry.record.codes, date);
    if (entry === undefined || code === undefined || NO_ACTOR.test(code)) return undefined;
    const { country, sectors } = this.#codes.meaningOf(code);
    return {
      name: titleCase(entry.record.name),
      kind: "person",
      ...(country === undefined ? {} : { country }),
      sectors,
      code,
      origin: originOf(entry),
    };
  }

  // Whoever has a title, or two names and an office for a time: "netanyahu" of PRIME_MINISTER_NETANYAHU, HAMID_KARZAI; not
  // GENERAL_MOTORS, FREE_SYRIAN_ARMY.
  #personIn({ record, known }: Entry, words: readonly string[]): string | undefined {
    const { roles } = this.#lexicon;
    const isOfState = record.codes.some(
      ({ code }) => code.length > 3 && !/^(IGO|IMG|MNC|NGO|NGM)/.test(code),
    );
    const isDated = record.codes.some(({ from, to }) => from !== undefined || to !== undefined);
    if (!isOfState || known.length > 0 || roles.get(words.slice(-1)).length > 0) return undefined;
    const title = roles.longestAt(words, 0, () => true);
    if (
      title?.values.some(({ role, plural }) => role.isTitle && role.kind === "person" && !plural) === true
    ) {
      return words.slice(title.length).join(" ");
    }
    return title === undefined && isDated && words.length > 1 ? words.join(" ") : undefined;
  }

  #sensesOf(entry: Entry, date: string | undefined): NameSense[] {
    const code = codeOn(entry.record.codes, date);
    if (code === undefined) return [];
    const actor = this.#actorOf(entry, code);
    if (NO_ACTOR.test(code)) return [{ reading: "other", plural: false, actor }];
    const known = entry.known.filter(({ reading }) => reading !== "other");
    if (known.length === 0) return [{ reading: "name", plural: false, actor }];
    return known.map(({ reading, plural }) => ({ reading, plural, actor }));
  }

  #actorOf(entry: Entry, code: string): KnownActor {
    const { country, sectors, kind } = this.#codes.meaningOf(code);
    const known = country === undefined ? undefined : this.#lexicon.countries.get(country);
    const origin = originOf(entry);
    if (kind === "country" && known !== undefined && country === code) return { ...known, origin };
    const same = entry.known.find(({ reading }) => reading === "name")?.actor;
    return {
      name: same?.name ?? titleCase(entry.record.name),
      kind: same === undefined || same.kind === "country" ? kind : same.kind,
      ...(country === undefined ? {} : { country }),
      sectors,
      code,
      origin,
    };
  }
}

/** The comparable words of a dictionary's name, in lower case; without the article, where the rest is a name too: not THE_SHIRE. */
function wordsOf(name: string, isName: (words: string) => boolean): string[] {
  const words = comparableWords(name.toLowerCase());
  if (words[0] !== "the") return words;
  const bare = words.slice(1);
  return bare.length > 1 || isName(bare.join(" ")) ? bare : words;
}

/** "HAMID KARZAI" -> "Hamid Karzai"; a name with small letters stays as it is written, and so does what may be an abbreviation. */
function titleCase(name: string): string {
  const isAbbreviation = name.length < 5 && !name.includes(" ");
  return isAbbreviation || /\p{Ll}/u.test(name) ? name : name.replace(/[^\s-]+/gu, capitalised);
}

const SMALL_WORDS = /^(of|the|and|for|in|on|to|de|la|del|al|bin|van|von|der)$/i;

function capitalised(word: string, at = 0): string {
  const lower = word.toLowerCase();
  return at > 0 && SMALL_WORDS.test(word) ? lower : lower.charAt(0).toUpperCase() + lower.slice(1);
}

function originOf({ file, record }: Entry): string {
  return `${basename(file)}:${record.line}`;
}
