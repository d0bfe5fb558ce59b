/** A publisher that is a government's own voice. */
export interface Publisher {
  readonly country: string;
  /** Offices that are its own where the text gives no country: on whitehouse.gov "the President" and "Secretary Blinken". */
  readonly offices: readonly string[];
}

/**
 * A line of the lexicon's publishers; without a country it stands for all hosts with a part ("gov.*"), or for whoever has no offices of
 * its own ("*"), whose offices are the "usual" ones of others too.
 */
interface PublisherLine {
  readonly publisher: string;
  readonly country?: string | undefined;
  readonly offices: readonly string[];
}

const ANY_COUNTRY = ".*";
const ANYBODY = "*";
const USUAL = "usual";

/** Governments by the names and internet addresses under which they publish. */
export class Publishers {
  readonly #named = new Map<string, Publisher>();
  readonly #parts = new Map<string, readonly string[]>();
  readonly #countries: ReadonlyMap<string, string>;
  readonly #usual: readonly string[];

  /** @param countries by the last part of their internet addresses: "pl" */
  constructor(lines: readonly PublisherLine[], countries: ReadonlyMap<string, string>) {
    this.#usual = lines.find(({ publisher }) => publisher === ANYBODY)?.offices ?? [];
    for (const { publisher, country, offices: own } of lines) {
      const offices =
        own.length === 0 ? this.#usual : own.flatMap((office) => (office === USUAL ? this.#usual : [office]));
      if (country !== undefined) this.#named.set(publisher, { country, offices });
      else if (publisher !== ANYBODY) this.#parts.set(publisher.slice(0, -ANY_COUNTRY.length), offices);
    }
    this.#countries = countries;
  }

  /**
   * By name or host: "www.state.gov" is found as "state.gov", "www.mfa.gov.pl" as a host of Poland with the part "gov".
   * @param name in lower case
   */
  at(name: string): Publisher | undefined {
    for (let part = name; part !== ""; part = part.includes(".") ? part.slice(part.indexOf(".") + 1) : "") {
      const known = this.#named.get(part);
      if (known !== undefined) return known;
    }
    const parts = name.split(".");
    const country = this.#countries.get(parts.at(-1) ?? "");
    const offices = parts
      .slice(0, -1)
      .flatMap((part) => [this.#parts.get(part) ?? []])
      .find(({ length }) => length > 0);
    return country === undefined || offices === undefined ? undefined : { country, offices };
  }

  /** A ministry or embassy of a country, known by its name alone. */
  of(country: string): Publisher {
    return { country, offices: this.#usual };
  }
}
