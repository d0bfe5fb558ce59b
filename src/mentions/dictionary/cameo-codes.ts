import { join } from "node:path";
import { z } from "zod";
import { readTable } from "../../lexicon/table.ts";
import type { KnownActor } from "../actor-lexicon.ts";
import { isSector } from "../sectors.ts";

/** What a three-letter part of a dictionary's code says. */
interface CodePart {
  readonly country?: string;
  readonly sectors: readonly string[];
  readonly kind?: KnownActor["kind"];
}

const row = z.object({
  code: z.string().regex(/^[A-Z]{3}$/, "expected three capital letters"),
  country: z.string().optional(),
  sectors: z
    .string()
    .optional()
    .transform((cell) => (cell === undefined ? [] : cell.split("|")))
    .refine((codes) => codes.every(isSector), "expected PLOVER sectors"),
  kind: z.enum(["person", "organisation", "group"]).optional(),
});

/** Codes after which a country says where such an actor belongs: `NGOUSA`, `MNCGBR`. */
const STATELESS = /^(IGO|IMG|INT|MNC|NGM|NGO)/;

/** Reads countries and sectors out of the codes of CAMEO-style dictionaries. */
export class CameoCodes {
  readonly #parts: ReadonlyMap<string, CodePart>;

  /**
   * @param folder `lexicon/<language>`
   * @param countries their codes
   */
  constructor(folder: string, countries: Iterable<string>) {
    const parts = new Map<string, CodePart>();
    for (const country of countries) parts.set(country, { country, sectors: [] });
    for (const { row: part } of readTable(join(folder, "actors/cameo-codes.tsv"), row)) {
      parts.set(part.code, {
        ...(part.country === undefined ? {} : { country: part.country }),
        sectors: part.sectors,
        ...(part.kind === undefined ? {} : { kind: part.kind }),
      });
    }
    this.#parts = parts;
  }

  /** Whether a code is made of parts that all say something. */
  isKnown(code: string): boolean {
    const parts = /^(?:---)?((?:[A-Z]{3}){1,5})$/.exec(code)?.[1]?.match(/.{3}/g) ?? [];
    return parts.length > 0 && parts.every((part) => this.#parts.has(part));
  }

  /**
   * Country, sectors and kind of a code: `USAGOV`, `NGOUSACHR`, `PSEREBHMS`; parts that say none of these are passed over.
   * A code of three letters that is nothing known is a country of the dictionary's own.
   */
  meaningOf(code: string): { country?: string; sectors: string[]; kind: KnownActor["kind"] } {
    const parts = (code.match(/[A-Z]{3}/g) ?? []).map((part) => ({ part, ...this.#parts.get(part) }));
    const [first, second] = parts;
    const isOwn =
      first !== undefined && parts.length === 1 && code.length === 3 && !this.#parts.has(first.part);
    const country = isOwn
      ? first.part
      : (first?.country ?? (STATELESS.test(code) ? second?.country : undefined));
    const sectors = [...new Set(parts.flatMap((part) => part.sectors ?? []))];
    const kind = parts.find((part) => part.kind !== undefined)?.kind;
    return {
      ...(country === undefined ? {} : { country }),
      sectors,
      kind: kind ?? (parts.length === 1 && country !== undefined ? "country" : "organisation"),
    };
  }
}
