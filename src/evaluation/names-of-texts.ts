import type { Reading } from "../coding/coder.ts";
import type { Document } from "../document/document.ts";
import type { NameRange } from "../language/names/labels.ts";
import { NAME_KINDS, type NamedText } from "../language/names/names.ts";
import { namedEntities } from "../mentions/named-entities.ts";
import type { ClassedSpan, MarkedText } from "./named-entities.ts";
import { namesReport } from "./named-entities-report.ts";
import { RE3D_KINDS, type Re3dDocument, type Re3dKind } from "./re3d.ts";

type Read = (document: Document) => Pick<Reading, "parsed" | "mentions">;

/** Scores the names that Dragoman gives, dictionaries, rules and all, against those of the gold. */
export function reportOnNames(
  texts: readonly NamedText[],
  read: Read,
  options: { readonly errors: number },
): string {
  const tagged: MarkedText[] = [];
  const final: MarkedText[] = [];
  for (const { id, text, names } of texts) {
    const { parsed, mentions } = read({ id, language: "en", text });
    const { start, end } = parsed.columns;
    const spansOf = (ranges: readonly NameRange[]) =>
      ranges.map((range): ClassedSpan => {
        return { span: [start[range.start] as number, end[range.end - 1] as number], kind: range.kind };
      });
    tagged.push({ id, text, gold: names, found: spansOf(parsed.nameRanges) });
    final.push({ id, text, gold: names, found: spansOf(namedEntities(parsed, mentions.actors)) });
  }
  return [
    namesReport("names, by exact span and kind", final, NAME_KINDS, options),
    namesReport("the name tagger alone", tagged, NAME_KINDS, { errors: 0 }),
  ].join("\n");
}

/** Scores the actors that Dragoman finds, named or described, against re3d's persons and organisations. */
export function reportOnActors(
  documents: readonly Re3dDocument[],
  read: Read,
  options: { readonly errors: number },
): string {
  const marked = documents.map(({ id, text, actors }): MarkedText<Re3dKind> => {
    const { mentions } = read({ id, language: "en", text });
    return { id, text, gold: actors, found: actorSpans(mentions.actors) };
  });
  return namesReport(
    "persons, organisations and groups, by exact span and kind",
    marked,
    RE3D_KINDS,
    options,
  );
}

function actorSpans(mentions: Reading["mentions"]["actors"]): ClassedSpan<Re3dKind>[] {
  return mentions.flatMap(({ form, span, entities }) => {
    if (form === "pronoun") return [];
    return [{ span, kind: entities[0]?.kind === "person" ? ("Person" as const) : ("Organisation" as const) }];
  });
}
