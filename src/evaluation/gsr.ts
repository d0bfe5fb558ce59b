import { z } from "zod";
import type { Span } from "../document/span.ts";
import { GoldError } from "./gold-error.ts";
import type { GoldEvent, GoldParty, GoldText } from "./gold-event.ts";
import { rootClassOf } from "./root-class.ts";

const partySchema = z.object({
  actorText: z.string(),
  code: z.string().optional(),
  sector: z.string().optional(),
});
// A missing party is left out or written as a word or nothing.
const partiesSchema = z
  .union([z.array(partySchema), z.string().transform(() => [])])
  .nullish()
  .transform((parties) => parties ?? []);
const recordSchema = z.object({
  id: z.string(),
  event: z.string(),
  text: z.string(),
  source: partiesSchema,
  target: partiesSchema,
});

/**
 * Reads the gold standard records of PLOVER: a JSON array, one record an event, with the types of the draft of 2016. Events of the
 * same text stand together; records that only describe the file (`DOCUMENT`) are left out.
 *
 * @throws GoldError naming file and line
 */
export function readGsr(json: string, file: string): GoldText[] {
  const byText = new Map<string, GoldEvent[]>();
  for (const value of readArray(json, file)) {
    if ((value as { event?: unknown } | null)?.event === "DOCUMENT") continue;
    const parsed = recordSchema.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new GoldError(file, lineOf(json, value), `"${issue?.path.join(".")}": ${issue?.message}`);
    }
    const { id, event, text, source, target } = parsed.data;
    const events = byText.get(text) ?? [];
    const partiesOf = (parties: typeof source) => parties.map((party) => goldParty(party, text));
    events.push({ id, type: rootClassOf(event), actors: partiesOf(source), recipients: partiesOf(target) });
    byText.set(text, events);
  }
  if (byText.size === 0) throw new GoldError(file, 1, "it holds no event");
  return Array.from(byText, ([text, events]) => ({ text, events }));
}

function readArray(json: string, file: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const { message } = error as Error;
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
    throw new GoldError(file, json.slice(0, at).split("\n").length, `not valid JSON (${message})`);
  }
  if (!Array.isArray(value)) throw new GoldError(file, 1, "expected an array of records");
  return value;
}

// JSON forgets where it was read; a record's id tells.
function lineOf(json: string, record: unknown): number {
  const id = (record as { id?: unknown } | null)?.id;
  const at = typeof id === "string" ? json.indexOf(JSON.stringify(id)) : -1;
  return json.slice(0, Math.max(at, 0)).split("\n").length;
}

function goldParty({ actorText, code, sector }: z.infer<typeof partySchema>, text: string): GoldParty {
  const isStar = sector === undefined || sector === "" || sector === "***";
  return {
    words: actorText.trim(),
    spans: spansOf(actorText, text),
    ...(code === undefined || code === "" ? {} : { code }),
    ...(isStar ? {} : { sector }),
  };
}

// "US ... forces": dots for words left out.
function spansOf(words: string, text: string): Span[] {
  return words.split(/\s*\.\.+\s*/).flatMap((part): Span[] => {
    const start = part.trim() === "" ? -1 : text.indexOf(part.trim());
    return start < 0 ? [] : [[start, start + part.trim().length]];
  });
}
