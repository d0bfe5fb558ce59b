import type { NameRange } from "../language/names/labels.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import type { Mention } from "./mention.ts";
import { textOf } from "./reading.ts";

/**
 * All names of persons, places and bodies in a document, in text order, none overlapping another: those that the name tagger finds, and
 * persons of mentions where it finds none. Where both find a person, the mention says where the name ends. Countries and bodies are the
 * tagger's alone: one that the lexicon knows and the tagger passes over is mostly part of another name ("the 1992 Norway Cup").
 */
export function namedEntities(parsed: ParsedDocument, mentions: readonly Mention[]): NameRange[] {
  const people = mentions.flatMap((mention) => personNamed(mention) ?? []);
  const isNamed = new Uint8Array(parsed.tokenCount);
  const names: NameRange[] = [];
  const add = (name: NameRange) => {
    if (isNamed.subarray(name.start, name.end).includes(1)) return;
    isNamed.fill(1, name.start, name.end);
    names.push(name);
  };
  for (const tagged of parsed.nameRanges) {
    const person = people.find(({ start, end }) => start <= tagged.start && end >= tagged.end);
    add(person === undefined || isHonoured(parsed, tagged.end, person) ? tagged : person);
  }
  for (const name of people) add(name);
  return names.sort((a, b) => a.start - b.start);
}

function personNamed({ name, entities }: Mention): NameRange | undefined {
  if (name === undefined || entities[0]?.kind !== "person") return undefined;
  return { start: name[0], end: name[1], kind: "PER" };
}

// "Lena Brandt, MD": letters after a name are no part of it, as "Jr." and "II" are.
function isHonoured(parsed: ParsedDocument, end: number, person: NameRange): boolean {
  return (
    person.end === end + 2 &&
    textOf(parsed, end) === "," &&
    !/^([JS]r\.?|[IVX]+)$/.test(textOf(parsed, end + 1))
  );
}
