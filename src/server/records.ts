import { z } from "@hono/zod-openapi";
import type { DocumentExplanation } from "../coding/explanation.ts";
import { codedDocumentSchema, codedEventSchema, STATUSES } from "../coding/records.ts";
import { dateSchema, documentSchema } from "../document/document.ts";
import { entitySchema, spanSchema } from "../mentions/mention.ts";

/** A party as a list shows it. */
export const partySchema = entitySchema.omit({ span: true, sectors: true }).openapi("Party");

/** One voice of the chain "on whose word", outermost first. */
export const voiceSchema = z
  .object({
    /** Absent for a publisher without a name. */
    name: z.string().optional(),
    kind: z.string().openapi({ description: "publisher, or the kind of actor" }),
    code: z.string().optional(),
    cue: z.string().optional().openapi({ description: 'the words that report it: "said"' }),
  })
  .openapi("Voice");

/** What a person said of a record. */
export const correctionSchema = z
  .object({
    id: z.number().int(),
    document: z.string(),
    record: z
      .string()
      .optional()
      .openapi({ description: "id of the event; absent for an event the coder missed" }),
    verdict: z.enum(["right", "wrong", "changed", "missed"]),
    author: z.string(),
    at: z.string().openapi({ description: "when, in UTC" }),
    note: z.string().optional(),
    type: z.string().optional(),
    mode: z.string().optional(),
    status: z.enum(STATUSES).optional(),
    actors: z.array(z.string()).optional().openapi({ description: "country codes or names" }),
    recipients: z.array(z.string()).optional(),
    trigger: spanSchema.optional(),
  })
  .openapi("Correction");

/** An event as a list shows it, with the sentence it was read from. */
export const eventRowSchema = z
  .object({
    id: z.string(),
    document: z.string(),
    title: z.string().optional(),
    published: dateSchema.optional(),
    date: codedEventSchema.shape.date.omit({ span: true }),
    type: z.string(),
    mode: z.string().optional(),
    contexts: z.array(z.string()),
    cameo: z.string(),
    cameoName: z.string().optional(),
    quad: codedEventSchema.shape.quad,
    score: z.number(),
    goldstein: z.number(),
    status: z.enum(STATUSES),
    actors: z.array(partySchema),
    recipients: z.array(partySchema),
    place: z
      .object({ name: z.string(), latitude: z.number().optional(), longitude: z.number().optional() })
      .optional(),
    voices: z.array(voiceSchema),
    confidence: z.number(),
    sentence: z.object({
      number: z.number().int(),
      text: z.string(),
      trigger: spanSchema.openapi({ description: "where the words stand in the sentence, in UTF-16 units" }),
    }),
    corrections: z.array(correctionSchema),
  })
  .openapi("EventRow");

export type Party = z.infer<typeof partySchema>;
export type Voice = z.infer<typeof voiceSchema>;
export type Correction = z.infer<typeof correctionSchema>;
export type EventRow = z.infer<typeof eventRowSchema>;

export const eventPageSchema = z
  .object({
    events: z.array(eventRowSchema),
    total: z.number().int().openapi({ description: "events that meet the filter" }),
    next: z.string().optional().openapi({ description: "cursor of the next page; absent on the last" }),
  })
  .openapi("EventPage");
export type EventPage = z.infer<typeof eventPageSchema>;

/** How many events fall into each value of a facet; the most frequent first. */
const tallySchema = z.array(z.object({ value: z.string(), n: z.number().int() }));
export type FacetTally = z.infer<typeof tallySchema>;

export const monthSchema = z
  .object({
    month: dateSchema.openapi({ description: "first day of the month, or of the year where `step` is year" }),
    quads: z.object({
      "verbal cooperation": z.number().int(),
      "material cooperation": z.number().int(),
      "verbal conflict": z.number().int(),
      "material conflict": z.number().int(),
    }),
    score: z.number().openapi({ description: "mean PLOVER score of its events" }),
  })
  .openapi("Month");
export type Month = z.infer<typeof monthSchema>;

export const facetsSchema = z
  .object({
    total: z.number().int(),
    undated: z.number().int(),
    months: z.array(monthSchema),
    facets: z.record(z.string(), tallySchema),
  })
  .openapi("Facets");
export type Facets = z.infer<typeof facetsSchema>;

export const pairRowSchema = z
  .object({ a: z.string(), b: z.string(), n: z.number().int(), score: z.number() })
  .openapi("PairRow");
export type PairRow = z.infer<typeof pairRowSchema>;

export const overviewSchema = z
  .object({
    documents: z.number().int(),
    events: z.number().int(),
    statements: z.number().int(),
    corrections: z.number().int(),
    /** First and last day of publication. */
    days: z.tuple([dateSchema, dateSchema]).optional(),
    months: z.array(monthSchema),
    types: z.array(z.object({ value: z.string(), n: z.number().int(), score: z.number() })),
    statuses: tallySchema,
    pairs: z.array(pairRowSchema),
    publishers: tallySchema,
    latest: z.array(eventRowSchema),
    run: z
      .object({
        number: z.number().int(),
        version: z.string(),
        startedAt: z.string(),
        endedAt: z.string().optional(),
      })
      .optional(),
  })
  .openapi("Overview");
export type Overview = z.infer<typeof overviewSchema>;

/** A document with its text and all its records, as the coder hands them on. */
export const documentViewSchema = z
  .object({
    document: documentSchema,
    coded: codedDocumentSchema,
    corrections: z.array(correctionSchema),
  })
  .openapi("DocumentView");
export type DocumentView = z.infer<typeof documentViewSchema>;

export const documentRowSchema = z
  .object({
    id: z.string(),
    date: dateSchema.optional(),
    title: z.string().optional(),
    publisher: z.string().optional(),
    characters: z.number().int(),
    n: z.number().int().openapi({ description: "its events" }),
    opening: z.string(),
  })
  .openapi("DocumentRow");
export type DocumentRow = z.infer<typeof documentRowSchema>;

export const documentPageSchema = z
  .object({ documents: z.array(documentRowSchema), total: z.number().int(), next: z.string().optional() })
  .openapi("DocumentPage");
export type DocumentPage = z.infer<typeof documentPageSchema>;

/** Names by code, and what this server allows. */
export const namesSchema = z
  .object({
    version: z.string(),
    store: z.string().openapi({ description: "name of the store's file" }),
    corrections: z.boolean().openapi({ description: "whether corrections are taken" }),
    countries: z.record(z.string(), z.string()),
    types: z.array(
      z.object({ type: z.string(), definition: z.string(), score: z.number(), modes: z.array(z.string()) }),
    ),
  })
  .openapi("Names");
export type Names = z.infer<typeof namesSchema>;

/** A document read on the spot, with the reasons for each record. */
export const readingSchema = z
  .object({
    coded: codedDocumentSchema,
    explanation: z
      .custom<DocumentExplanation>()
      .openapi({ type: "object", description: "as `dragoman explain --format json` prints it" }),
    times: z.array(z.object({ span: spanSchema, start: dateSchema.optional(), end: dateSchema.optional() })),
  })
  .openapi("Reading");
export type Reading = z.infer<typeof readingSchema>;
