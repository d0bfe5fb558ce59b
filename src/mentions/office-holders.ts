import type { KnownActor, Role } from "./actor-lexicon.ts";

/** One term of a public office. */
export interface OfficeTerm {
  readonly name: string;
  /** The words of the name and of its other spellings, in lower case, as compared. */
  readonly spellings: readonly (readonly string[])[];
  /** The country or organisation whose office it is. */
  readonly of: KnownActor;
  readonly role: Role;
  /** Months, `YYYY-MM`; `to` is absent while the term lasts. */
  readonly from: string;
  readonly to?: string;
  readonly origin: string;
}

/** Countries whose people's names open with the family name. */
const FAMILY_NAME_FIRST: ReadonlySet<string> = new Set(["CHN", "TWN", "HKG", "KOR", "PRK", "KHM"]);

/** Public offices by holder and by country. A document's date decides which terms count; without a date all do. */
export class OfficeHolders {
  readonly #byWord = new Map<string, OfficeTerm[]>();
  readonly #byOffice = new Map<string, OfficeTerm[]>();

  constructor(terms: readonly OfficeTerm[]) {
    for (const term of terms) {
      for (const word of new Set(term.spellings.flat())) append(this.#byWord, word, term);
      for (const role of [term.role.name, ...term.role.also]) {
        append(this.#byOffice, officeKey(term.of.country ?? term.of.name, role), term);
      }
    }
  }

  /**
   * Terms of the one person whom a name with a title may mean: "President Moon" by any word of the name, if the office fits.
   * @param roles offices that the text gives, with the wider ones
   */
  titled(words: readonly string[], roles: readonly string[], date: string | undefined): OfficeTerm[] {
    return onePerson(this.#fitting(words, roles, date));
  }

  /** The country of all those who may be meant by a name with a title, where they are several: "President Bush". */
  sharedCountry(
    words: readonly string[],
    roles: readonly string[],
    date: string | undefined,
  ): string | undefined {
    const countries = new Set(this.#fitting(words, roles, date).map((term) => term.of.country));
    return countries.size === 1 ? [...countries][0] : undefined;
  }

  /** Whether some holder of a country's office, whenever it was, is so called: "President Eisenhower". */
  hasEverHeld(words: readonly string[], roles: readonly string[], country: string): boolean {
    return this.#withWords(words).some(({ of, role }) => of.country === country && roles.includes(role.name));
  }

  /** Terms, whatever their dates, of the one person with this full name: "Vladimir Putin". */
  fullyNamed(words: readonly string[]): OfficeTerm[] {
    if (words.length < 2) return [];
    return onePerson(this.#withWords(words).filter((term) => isFullName(words, term)));
  }

  /** Terms of the one leader in office with this family name: "Putin said". */
  familyNamed(word: string, date: string | undefined): OfficeTerm[] {
    const terms = (this.#byWord.get(word.toLowerCase()) ?? []).filter(
      (term) => isInOffice(term, date) && familyName(term).includes(word.toLowerCase()),
    );
    const one = onePerson(terms);
    return one.some((term) => term.role.also.includes("leader")) ? one : [];
  }

  /** The one holder of a country's or organisation's office: "the Russian president". */
  inOffice(of: string, role: string, date: string | undefined): OfficeTerm | undefined {
    const terms = (this.#byOffice.get(officeKey(of, role)) ?? []).filter((term) => isInOffice(term, date));
    const exact = terms.filter((term) => term.role.name === role);
    return date === undefined ? undefined : onePerson(exact.length > 0 ? exact : terms)[0];
  }

  /** Whether a country is known to be led by others than the holder of this office: Norway has a king and a prime minister, and no president. */
  isLedByOthers(country: string, role: string): boolean {
    return !this.#byOffice.has(officeKey(country, role)) && this.#byOffice.has(officeKey(country, "leader"));
  }

  /** Terms of the office that the text gives first, or of one that it is a wider word for: "Minister Lavrov"; not "King Charles" for a president. */
  #fitting(words: readonly string[], roles: readonly string[], date: string | undefined): OfficeTerm[] {
    const [first] = roles;
    return this.#withWords(words).filter(
      (term) =>
        isInOffice(term, date) &&
        (roles.includes(term.role.name) || (first !== undefined && term.role.also.includes(first))),
    );
  }

  #withWords(words: readonly string[]): OfficeTerm[] {
    const lower = words.map((word) => word.toLowerCase());
    const candidates = new Set(lower.flatMap((word) => this.#byWord.get(word) ?? []));
    return [...candidates].filter((term) =>
      term.spellings.some((spelling) => holds(spelling, lower) || holds(lower, spelling)),
    );
  }
}

/** Whether a term covers a document's day; its months count whole. */
export function isInOffice(term: OfficeTerm, date: string | undefined): boolean {
  if (date === undefined) return true;
  const month = date.slice(0, 7);
  return term.from <= month && (term.to === undefined || month <= term.to);
}

function familyName(term: OfficeTerm): string[] {
  const isFirst = FAMILY_NAME_FIRST.has(term.of.country ?? "");
  return term.spellings.map((spelling) => (isFirst ? spelling[0] : spelling.at(-1)) ?? "");
}

function isFullName(words: readonly string[], term: OfficeTerm): boolean {
  const lower = words.map((word) => word.toLowerCase());
  return term.spellings.some(
    (spelling) => holds(lower, spelling) || (holds(spelling, lower) && holds(lower, ends(spelling))),
  );
}

/** First and last word: "Luiz Inácio Lula da Silva" may be shortened to "Luiz da Silva", not to "da Silva". */
function ends(spelling: readonly string[]): string[] {
  return [spelling[0] as string, spelling.at(-1) as string];
}

// A word as often as the part has it: "Prince Faisal bin Farhan bin Abdullah" is not Abdullah Abdullah.
function holds(whole: readonly string[], part: readonly string[]): boolean {
  if (part.length === 0 || part.length > whole.length) return false;
  const rest = [...whole];
  return part.every((word) => {
    const at = rest.indexOf(word);
    if (at < 0) return false;
    rest.splice(at, 1);
    return true;
  });
}

function onePerson(terms: readonly OfficeTerm[]): OfficeTerm[] {
  const [first] = terms;
  return terms.every((term) => term.name === first?.name) ? [...terms] : [];
}

function officeKey(of: string, role: string): string {
  return `${of}:${role}`;
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
