import type { Span } from "../document/span.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import type { DocumentMentions, Entity } from "../mentions/mention.ts";
import { type Turn, turnsOf } from "../mentions/turns.ts";
import { UNKNOWN_CODE } from "./sources.ts";

/** A turn with whoever speaks in it. */
export interface SpokenTurn extends Turn {
  readonly entities: readonly Entity[];
  /** The colon. */
  readonly cue: Span;
}

/** Who speaks in which turn of a transcript, or after a single name and colon. */
export function spokenTurns(parsed: ParsedDocument, mentions: DocumentMentions): SpokenTurn[] {
  const isActor = (start: number, end: number) =>
    mentions.actors.some(({ tokens }) => tokens[0] === start && tokens[1] === end);
  const turns = turnsOf(parsed, isActor);
  if (turns.length === 0) return [];
  const surnames = personsBySurname(mentions);
  return turns.map((turn) => ({
    ...turn,
    entities: speakerOf(parsed, turn.label, mentions, surnames),
    cue: parsed.token(turn.label[1]).span,
  }));
}

/** Of several persons of one surname, the first. */
function personsBySurname({ actors }: DocumentMentions): ReadonlyMap<string, Entity> {
  const persons = new Map<string, Entity>();
  for (const { entities } of actors) {
    for (const entity of entities) {
      const surname = entity.name.slice(entity.name.lastIndexOf(" ") + 1).toLowerCase();
      if (entity.kind === "person" && !persons.has(surname)) persons.set(surname, entity);
    }
  }
  return persons;
}

// "MR. PRICE": whom the text calls Price.
function speakerOf(
  parsed: ParsedDocument,
  [start, colon]: Turn["label"],
  mentions: DocumentMentions,
  surnames: ReadonlyMap<string, Entity>,
): readonly Entity[] {
  const label = Array.from({ length: colon - start }, (_, i) => parsed.token(start + i));
  const words = label.map(({ text }) => text.toLowerCase());
  const span: Span = [parsed.columns.start[start] as number, parsed.columns.end[colon - 1] as number];
  const text = parsed.text.slice(...span);
  const inside = mentions.actors.find(({ tokens }) => tokens[0] >= start && tokens[1] <= colon);
  if (inside !== undefined) return inside.entities.map((entity) => ({ ...entity, text, span }));
  const last = words.findLast((word) => /^\p{L}{2,}/u.test(word));
  const named = last === undefined ? undefined : surnames.get(last);
  if (named !== undefined) return [{ ...named, text, span, via: `label -> ${named.name}` }];
  return [{ name: text, text, span, kind: "person", sectors: [], code: UNKNOWN_CODE }];
}
