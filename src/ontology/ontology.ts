import { LexiconError } from "../lexicon/lexicon-error.ts";
import { type EventType, isEventType, type Quad } from "./event-types.ts";
import { ontologyProblems } from "./ontology-check.ts";
import {
  bundledOntologyFolder,
  type CameoEntry,
  type ContextEntry,
  type DefaultEntry,
  type ModeEntry,
  type OntologyFiles,
  readOntologyFiles,
  type TypeEntry,
} from "./ontology-files.ts";

/** What kind of event it is, in PLOVER's terms. */
export interface PloverCoding {
  readonly type: EventType;
  readonly mode?: string;
  readonly contexts: readonly string[];
}

/** PLOVER and CAMEO as data: the types of events, how they are scored, and how the two convert into each other. */
export class Ontology {
  /** In the order of the manual. */
  readonly types: readonly TypeEntry[];
  readonly contexts: readonly ContextEntry[];
  /** Sorted by code, roots included. */
  readonly cameo: readonly CameoEntry[];
  readonly #entries: ReadonlyMap<EventType, TypeEntry>;
  readonly #cameo: ReadonlyMap<string, CameoEntry>;
  readonly #plover: ReadonlyMap<string, PloverCoding>;
  /** Codes whose type the published table has otherwise than we do. */
  readonly #published: ReadonlyMap<string, Omit<PloverCoding, "contexts">>;
  readonly #defaults: ReadonlyMap<EventType, readonly DefaultEntry[]>;

  constructor(files: OntologyFiles) {
    this.types = files.types.map((block) => block.entry);
    this.contexts = files.contexts.map((line) => line.row);
    this.cameo = files.cameo.map((line) => line.row);
    this.#entries = new Map(this.types.map((entry) => [entry.type, entry]));
    this.#cameo = new Map(this.cameo.map((entry) => [entry.code, entry]));
    this.#plover = new Map(
      files.conversions.map(({ row: { cameo, type, mode, contexts } }) => [
        cameo,
        mode === undefined ? { type, contexts } : { type, mode, contexts },
      ]),
    );
    this.#published = new Map(
      files.conversions.flatMap(({ row: { cameo, type, published } }) => {
        const coding = published === undefined ? undefined : publishedCoding(published);
        return coding === undefined || coding.type === type ? [] : [[cameo, coding] as const];
      }),
    );
    const defaults = files.defaults.map((line) => line.row);
    this.#defaults = new Map(
      this.types.map(({ type }) => [type, defaults.filter((entry) => entry.type === type)]),
    );
  }

  /** All that is known of a type. */
  entryOf(type: EventType): TypeEntry {
    const entry = this.#entries.get(type);
    if (entry === undefined) throw new RangeError(`unknown event type "${type}"`);
    return entry;
  }

  quadOf(type: EventType): Quad {
    return this.entryOf(type).quad;
  }

  /**
   * PLOVER's score, -10 (conflict) to 10 (cooperation): the mode's own, or the type's where no mode is given.
   * @throws RangeError if the type has no such mode
   */
  scoreOf(type: EventType, mode?: string): number {
    return mode === undefined ? this.entryOf(type).score : this.modeOf(type, mode).score;
  }

  /** Names of the modes a type has, in the order of the manual; empty for AGREE, SUPPORT, CONCEDE, COOPERATE and AID. */
  modesOf(type: EventType): readonly string[] {
    return this.entryOf(type).modes.map((mode) => mode.name);
  }

  /**
   * All that is known of a mode.
   * @throws RangeError if the type has no such mode
   */
  modeOf(type: EventType, mode: string): ModeEntry {
    const found = this.entryOf(type).modes.find((entry) => entry.name === mode);
    if (found !== undefined) return found;
    throw new RangeError(
      `${type} has no mode "${mode}"; its modes: ${this.modesOf(type).join(", ") || "none"}`,
    );
  }

  isMode(type: EventType, mode: string): boolean {
    return this.modesOf(type).includes(mode);
  }

  isContext(context: string): boolean {
    return this.contexts.some((entry) => entry.context === context);
  }

  isCameo(code: string): boolean {
    return this.#cameo.has(code);
  }

  /**
   * Goldstein value of a CAMEO 1.1b3 code, -10 to 10.
   * @throws RangeError on an unknown code
   */
  goldsteinOf(code: string): number {
    return this.#cameoEntry(code).goldstein;
  }

  /**
   * Short name of a CAMEO 1.1b3 code: "Discuss by telephone" of 041.
   * @throws RangeError on an unknown code
   */
  cameoName(code: string): string {
    return this.#cameoEntry(code).name;
  }

  /**
   * The PLOVER coding of a CAMEO 1.1b3 code; `undefined` for statements that PLOVER does not code (01, 010 to 015, 017).
   * @throws RangeError on an unknown code
   */
  ploverOf(code: string): PloverCoding | undefined {
    return this.#plover.get(this.#cameoEntry(code).code);
  }

  /**
   * The type and mode that the published conversion table gives a CAMEO code where it is another type than ours: COERCE/restrict for
   * sanctions (163), which the manual has as SANCTION. `undefined` where both agree.
   */
  publishedOf(code: string): Omit<PloverCoding, "contexts"> | undefined {
    return this.#published.get(code);
  }

  /**
   * The best CAMEO code for a PLOVER coding: CONSULT/phone is 041, ASSAULT/aerial 195, AGREE about economic things 0311.
   *
   * It never says more than the coding does: SUPPORT alone is 050, and a frame that knows it was praise names 051 itself.
   *
   * @param of the event an operator was applied to, as "TYPE" or "TYPE/mode": AGREE of "CONSULT" is 036
   * @throws RangeError if the type has no such mode
   */
  defaultCameo(type: EventType, mode?: string, contexts: readonly string[] = [], of?: string): string {
    if (mode !== undefined) this.modeOf(type, mode);
    let best: DefaultEntry | undefined;
    let bestWeight = -1;
    for (const entry of this.#defaults.get(type) ?? []) {
      const weight = weightOf(entry, mode, contexts, of);
      if (weight > bestWeight) [best, bestWeight] = [entry, weight];
    }
    if (best === undefined) throw new Error(`plover-cameo.tsv has no row for ${type}`);
    return best.cameo;
  }

  /** The appeal that asks gently for what a demand asks for: 106 becomes 026. `undefined` where the code is no demand. */
  appealFor(demand: string): string | undefined {
    if (!demand.startsWith("10")) return undefined;
    const appeal = `02${demand.slice(2)}`;
    return this.#cameo.has(appeal) ? appeal : undefined;
  }

  #cameoEntry(code: string): CameoEntry {
    const entry = this.#cameo.get(code);
    if (entry === undefined) throw new RangeError(`unknown CAMEO 1.1b3 code "${code}"`);
    return entry;
  }
}

// "COERCE/restrict [diplomatic]"; "-" where the table is silent.
function publishedCoding(written: string): Omit<PloverCoding, "contexts"> | undefined {
  const [type = "", mode] = (written.split(" ")[0] ?? "").split("/");
  if (!isEventType(type)) return undefined;
  return mode === undefined ? { type } : { type, mode };
}

/**
 * How much of a coding a row of defaults speaks of: a mode outweighs `of`, `of` a context, and `of` with its mode `of` without.
 * -1 where the row asks for something the coding does not have.
 */
function weightOf(
  entry: DefaultEntry,
  mode: string | undefined,
  contexts: readonly string[],
  of: string | undefined,
): number {
  let weight = 0;
  if (entry.mode !== undefined) {
    if (entry.mode !== mode) return -1;
    weight += 8;
  }
  if (entry.of !== undefined) {
    if (entry.of === of) weight += entry.of.includes("/") ? 4 : 2;
    else if (entry.of === of?.split("/")[0]) weight += 2;
    else return -1;
  }
  if (entry.context !== undefined) {
    if (!contexts.includes(entry.context)) return -1;
    weight += 1;
  }
  return weight;
}

/**
 * Reads the ontology and checks that its files agree.
 *
 * @param folder holds the five files that `lexicon/ontology/README.md` describes
 * @throws LexiconError naming every bad line
 */
export function loadOntology(folder = bundledOntologyFolder()): Ontology {
  const files = readOntologyFiles(folder);
  const problems = ontologyProblems(files);
  if (problems.length > 0) throw new LexiconError(problems);
  return new Ontology(files);
}
