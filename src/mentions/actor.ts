import type { Entity } from "./mention.ts";
import { actorCode } from "./sectors.ts";

/** An actor of the document while it is being read: what the mentions so far have said about it. */
export interface Actor {
  /** Number of its coreference chain. */
  readonly chain: number;
  kind: Entity["kind"];
  /** Fullest name, or the words of its first mention. */
  name: string;
  /** The name's words, as compared; empty for actors without a proper name. */
  nameWords: readonly string[];
  country?: string;
  sectors: readonly string[];
  /** CAMEO code of an organisation, where it is not made from country and sector. */
  code?: string;
  /** Codes of the members of a grouping. */
  members?: readonly string[];
  /** A dictionary's code for what the actor is, with the place of the country's as "~": `~GOVFRM`. */
  agent?: string;
  /** Offices and parts and the wider ones they are instances of, in lower case, in the order in which the text gives them. */
  roles: string[];
  /** As the text writes the first one. */
  roleText?: string;
  plural: boolean;
  gender?: "she" | "he";
}

/** The actor as a record, at a place where the text says it in `text`. */
export function entityOf(
  actor: Actor,
  {
    text,
    span,
    as,
    via,
    tellsMembers = false,
  }: {
    text: string;
    span: Entity["span"];
    as?: Entity["kind"] | undefined;
    via?: string | undefined;
    tellsMembers?: boolean | undefined;
  },
): Entity {
  return {
    name: actor.name,
    text,
    span,
    kind: as ?? actor.kind,
    ...(actor.country === undefined ? {} : { country: actor.country }),
    sectors: [...actor.sectors],
    code: actor.code ?? actorCode(actor.country, actor.sectors, actor.agent),
    ...(actor.roleText === undefined ? {} : { role: actor.roleText }),
    ...(via === undefined ? {} : { via }),
    ...(tellsMembers && actor.members !== undefined ? { members: [...actor.members] } : {}),
  };
}

/** The actors of one document, by what later mentions call them. */
export class Cast {
  readonly actors: Actor[] = [];
  /** Those with a proper name, in order of appearance: few, also in a long document. */
  readonly people: Actor[] = [];
  readonly #known = new Map<string, Actor>();
  readonly #byNameWord = new Map<string, Actor[]>();

  /** A new actor; give it a name afterwards with `nameActor`. */
  add(actor: Omit<Actor, "chain">): Actor {
    const added: Actor = { chain: this.actors.length, ...actor };
    this.actors.push(added);
    if (added.nameWords.length > 0) this.people.push(added);
    this.#index(added);
    return added;
  }

  /** A new person of whom nothing is known but the name. */
  addPerson(name: string, nameWords: readonly string[]): Actor {
    return this.add({ kind: "person", name, nameWords, sectors: [], roles: [], plural: false });
  }

  /** The one actor that a key stands for (`country:CHN`), made on first use. */
  keyed(key: string, make: () => Omit<Actor, "chain">): Actor {
    let actor = this.#known.get(key);
    if (actor === undefined) {
      actor = this.add(make());
      this.#known.set(key, actor);
    }
    return actor;
  }

  /** Gives an actor a fuller name. */
  rename(actor: Actor, name: string, nameWords: readonly string[]): void {
    actor.name = name;
    actor.nameWords = nameWords;
    this.#index(actor);
  }

  /** Persons with every one of these words in their name, in order of appearance. */
  withNameWords(words: readonly string[]): Actor[] {
    const candidates = this.#byNameWord.get((words[0] ?? "").toLowerCase()) ?? [];
    return candidates.filter((actor) => isPartOf(words, actor.nameWords));
  }

  /** Persons whose name these words hold: "Biden" for "Joseph R. Biden, Jr.". */
  withinNameWords(words: readonly string[]): Actor[] {
    const found = new Set<Actor>();
    for (const word of words) {
      for (const actor of this.#byNameWord.get(word.toLowerCase()) ?? []) {
        if (isPartOf(actor.nameWords, words)) found.add(actor);
      }
    }
    return [...found];
  }

  #index(actor: Actor): void {
    for (const word of actor.nameWords) {
      const key = word.toLowerCase();
      const actors = this.#byNameWord.get(key);
      if (actors === undefined) this.#byNameWord.set(key, [actor]);
      else if (!actors.includes(actor)) actors.push(actor);
    }
  }
}

function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  const words = new Set(whole.map((word) => word.toLowerCase()));
  return part.length > 0 && part.every((word) => words.has(word.toLowerCase()));
}
