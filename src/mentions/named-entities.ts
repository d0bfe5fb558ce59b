import type { NameKind, NameSpan } from "../language/names/names.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import type { Mention } from "./mention.ts";

/** The named entities among the mentions of a document, in text order: persons, places and bodies by name, nationalities left out. */
export function namesOfMentions(parsed: ParsedDocument, mentions: readonly Mention[]): NameSpan[] {
  const names: NameSpan[] = [];
  for (const mention of mentions) {
    const kind = kindOf(mention);
    if (kind === undefined || mention.name === undefined) continue;
    const [start, end] = mention.name;
    const { columns } = parsed;
    names.push({ span: [columns.start[start] as number, columns.end[end - 1] as number], kind });
  }
  return names;
}

function kindOf({ entities, rule }: Mention): NameKind | undefined {
  if (/^(adjective|people) /.test(rule)) return undefined;
  switch (entities[0]?.kind) {
    case "person":
      return "PER";
    case "country":
    case "place-as-government":
      return "LOC";
    case "organisation":
    case "group":
      return "ORG";
    default:
      return undefined;
  }
}
