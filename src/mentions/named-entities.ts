import type { NameRange } from "../language/names/labels.ts";
import type { NameKind } from "../language/names/names.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import type { Mention } from "./mention.ts";

/**
 * All names of persons, places and bodies in a document, in text order, none overlapping another: those that the name tagger finds, and those
 * of mentions where it finds none, nationalities left out. Where both find a person, the mention says where the name ends.
 */
export function namedEntities(parsed: ParsedDocument, mentions: readonly Mention[]): NameRange[] {
  const known = mentions.flatMap((mention) => nameOf(mention) ?? []);
  const people = known.filter(({ kind }) => kind === "PER");
  const isNamed = new Uint8Array(parsed.tokenCount);
  const names: NameRange[] = [];
  const add = (name: NameRange) => {
    if (isNamed.subarray(name.start, name.end).includes(1)) return;
    isNamed.fill(1, name.start, name.end);
    names.push(name);
  };
  for (const tagged of parsed.nameRanges) {
    add(people.find(({ start, end }) => start <= tagged.start && end >= tagged.end) ?? tagged);
  }
  for (const name of known) add(name);
  return names.sort((a, b) => a.start - b.start);
}

function nameOf({ name, entities, rule }: Mention): NameRange | undefined {
  const kind = /^(adjective|people) /.test(rule) ? undefined : KINDS[entities[0]?.kind ?? ""];
  return name === undefined || kind === undefined ? undefined : { start: name[0], end: name[1], kind };
}

const KINDS: Readonly<Record<string, NameKind>> = {
  person: "PER",
  country: "LOC",
  "place-as-government": "LOC",
  organisation: "ORG",
  group: "ORG",
};
