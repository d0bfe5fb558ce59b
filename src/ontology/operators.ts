import { join } from "node:path";
import { z } from "zod";
import { readBlocks } from "../lexicon/blocks.ts";
import { LexiconError } from "../lexicon/lexicon-error.ts";
import { EVENT_TYPES, type EventType, isEventType } from "./event-types.ts";
import { bundledOntologyFolder } from "./ontology-files.ts";

/** Operators that make one event out of another: `refuse to meet` is REFUSE(CONSULT). */
export const OPERATORS = [
  "AGREE",
  "OFFER",
  "WISH",
  "REFUSE",
  "DEMAND",
  "APPEAL",
  "THREATEN",
  "DENY",
  "BEGIN",
  "CONTINUE",
  "END",
  "RESUME",
  "FAIL",
  "TRY",
  "AIM",
  "HOPE",
  "ALLOW",
  "PREVENT",
  "FUTURE",
  "DECIDE",
  "HYPOTHETICAL",
  "NEGATE",
  "ACCUSE",
  "SUPPORT",
  "OPPOSE",
  "DISCUSS",
  "SEND",
] as const;
export const operatorNameSchema = z.enum(OPERATORS);
export type OperatorName = z.infer<typeof operatorNameSchema>;

/** Whose deed the result is: see the head of `lexicon/ontology/operators.yaml`. */
const partiesSchema = z.enum(["self", "pledge", "act", "demand", "against", "threat", "sender"]);
export type OperatorParties = z.infer<typeof partiesSchema>;

const resultSchema = z
  .string()
  .regex(
    /^(same|none|negated|[A-Z]+(\/[a-z-]+)? \d{2,4})$/,
    'expected "TYPE/mode CODE", "same", "negated" or "none"',
  );

const rowSchema = z.strictObject({
  operator: operatorNameSchema,
  parties: partiesSchema,
  status: z.enum(["future", "hypothetical"]).optional(),
  factual: z.boolean().default(true),
  over: z.record(z.string(), resultSchema),
  /** The same where nobody in particular is asked. */
  unaddressed: z.record(z.string(), resultSchema).default({}),
});

/** The kind of an event, without its parties. */
export interface EventKind {
  /** PLOVER type. */
  readonly type: EventType;
  readonly mode?: string;
  /** CAMEO code; absent where only the PLOVER kind is known yet. */
  readonly cameo?: string;
}

export interface Operator {
  readonly name: OperatorName;
  readonly parties: OperatorParties;
  readonly status?: "future" | "hypothetical";
  /** Whether what stands in its content is told as having happened. */
  readonly factual: boolean;
  readonly over: ReadonlyMap<string, string>;
  /** The same where nobody in particular is asked: it is aimed at whoever would undergo the event. */
  readonly unaddressed: ReadonlyMap<string, string>;
}

/** What an operator makes of an event: another kind, the same kind, the same kind said not to be so, or no event. */
export type OperatorResult = EventKind | "same" | "negated" | "none";

export type OperatorTable = ReadonlyMap<OperatorName, Operator>;

/** The operator table that is shipped with the package. */
export function bundledOperatorsFile(): string {
  return join(bundledOntologyFolder(), "operators.yaml");
}

/**
 * Reads the operator table.
 *
 * @throws LexiconError for a bad line, or an operator without its row
 */
export function loadOperators(file = bundledOperatorsFile()): OperatorTable {
  const blocks = readBlocks(file, rowSchema);
  const table = new Map<OperatorName, Operator>();
  for (const { entry } of blocks) {
    table.set(entry.operator, {
      name: entry.operator,
      parties: entry.parties,
      ...(entry.status && { status: entry.status }),
      factual: entry.factual,
      over: new Map(Object.entries(entry.over)),
      unaddressed: new Map(Object.entries(entry.unaddressed)),
    });
  }
  const missing = OPERATORS.filter((name) => !table.has(name));
  if (missing.length > 0)
    throw new LexiconError([{ file, line: 1, message: `no row for ${missing.join(", ")}` }]);
  return table;
}

/** What the operator makes of a kind of event; the narrowest key of its row that holds decides. */
export function applyOperator({ over }: Operator, kind: EventKind): OperatorResult {
  return lookUp(over, kind) ?? "none";
}

/** The kind that an event has when it is asked of nobody in particular: "called for sanctions against Iran" rallies others against Iran. */
export function unaddressedKind({ unaddressed }: Operator, kind: EventKind): EventKind | undefined {
  const result = lookUp(unaddressed, kind);
  return typeof result === "string" ? undefined : result;
}

function lookUp(row: ReadonlyMap<string, string>, kind: EventKind): OperatorResult | undefined {
  const keys = [kind.cameo, kind.mode && `${kind.type}/${kind.mode}`, kind.type, "*"];
  for (const key of keys) {
    const written = key === undefined ? undefined : row.get(key);
    if (written !== undefined) return resultOf(written);
  }
  return undefined;
}

function resultOf(written: string): OperatorResult {
  if (written === "same" || written === "none" || written === "negated") return written;
  const [kind, cameo] = written.split(" ") as [string, string];
  return { ...eventKind(kind), cameo };
}

/**
 * Reads `TYPE/mode`.
 *
 * @throws RangeError for a type that PLOVER does not have
 */
export function eventKind(written: string): EventKind {
  const [type, mode] = written.split("/") as [string, string | undefined];
  if (!isEventType(type))
    throw new RangeError(`unknown event type "${type}"; expected one of ${EVENT_TYPES.join(", ")}`);
  return mode === undefined ? { type } : { type, mode };
}
