import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Block, readBlocks } from "../lexicon/blocks.ts";
import { readTable, type TableRow } from "../lexicon/table.ts";
import { EVENT_TYPES, QUADS } from "./event-types.ts";

const scoreSchema = z.number().min(-10).max(10);

const modeSchema = z.strictObject({
  name: z.string(),
  definition: z.string(),
  score: scoreSchema,
  /** Why the score is not the one that the manual's table prints. */
  scoreNote: z.string().optional(),
  /** Contexts that every event of this mode has. */
  contexts: z.array(z.string()).default([]),
});
export type ModeEntry = z.infer<typeof modeSchema>;

const typeSchema = z.strictObject({
  type: z.enum(EVENT_TYPES),
  quad: z.enum(QUADS),
  requiresRecipient: z.boolean(),
  definition: z.string().transform((text) => text.trim()),
  /** Of an event without a mode. */
  score: scoreSchema,
  scoreNote: z
    .string()
    .transform((text) => text.trim())
    .optional(),
  modes: z.array(modeSchema).default([]),
});
export type TypeEntry = z.infer<typeof typeSchema>;

const contextSchema = z.strictObject({ context: z.string(), definition: z.string() });
export type ContextEntry = z.infer<typeof contextSchema>;

const codeSchema = z.string().regex(/^(0[1-9]|1\d|20)\d{0,2}$/, "expected a CAMEO code: 2 to 4 figures");

const cameoSchema = z.strictObject({
  code: codeSchema,
  name: z.string(),
  goldstein: z.coerce.number().min(-10).max(10),
  /** How the Goldstein value came from the older numbering it was published for. */
  value: z.enum(["same", "moved", "inherited"]),
  older: z.string().optional(),
});
export type CameoEntry = z.infer<typeof cameoSchema>;

const conversionSchema = z.strictObject({
  cameo: codeSchema,
  type: z.enum(EVENT_TYPES),
  mode: z.string().optional(),
  contexts: z
    .string()
    .transform((cell) => cell.split(";"))
    .default([]),
  /** What the published table says, where we differ; "-" where it is silent. */
  published: z.string().optional(),
  reason: z.string().optional(),
});
export type ConversionEntry = z.infer<typeof conversionSchema>;

const defaultSchema = z.strictObject({
  type: z.enum(EVENT_TYPES),
  mode: z.string().optional(),
  context: z.string().optional(),
  /** The event an operator was applied to: "AID", "COERCE/curfew". */
  of: z.string().optional(),
  cameo: codeSchema,
});
export type DefaultEntry = z.infer<typeof defaultSchema>;

/** The ontology's files as read, each entry with its place and checked by itself only. */
export interface OntologyFiles {
  readonly types: readonly Block<TypeEntry>[];
  readonly contexts: readonly TableRow<ContextEntry>[];
  readonly cameo: readonly TableRow<CameoEntry>[];
  readonly conversions: readonly TableRow<ConversionEntry>[];
  readonly defaults: readonly TableRow<DefaultEntry>[];
}

/** The ontology that is shipped with the package: `lexicon/ontology/` beside `dist/` (and `src/`). */
export function bundledOntologyFolder(): string {
  return fileURLToPath(new URL("../../lexicon/ontology/", import.meta.url));
}

/**
 * Reads the five files of an ontology folder; its README describes them.
 *
 * @throws LexiconError naming every bad line of the first bad file
 */
export function readOntologyFiles(folder: string): OntologyFiles {
  return {
    types: readBlocks<TypeEntry>(join(folder, "plover.yaml"), typeSchema),
    contexts: readTable<ContextEntry>(join(folder, "contexts.tsv"), contextSchema),
    cameo: readTable<CameoEntry>(join(folder, "cameo.tsv"), cameoSchema),
    conversions: readTable<ConversionEntry>(join(folder, "cameo-plover.tsv"), conversionSchema),
    defaults: readTable<DefaultEntry>(join(folder, "plover-cameo.tsv"), defaultSchema),
  };
}
