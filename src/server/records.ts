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

export const VERDICTS = ["right", "wrong", "changed", "missed"] as const;

/** What a person said of an event. */
export const correctionSchema = z
  .object({
    id: z.string(),
    document: z.string(),
    title: z.string().optional(),
    record: z.string().optional().openapi({ description: "id of the event; absent for one that was missed" }),
    verdict: z.enum(VERDICTS),
    author: z.string(),
    at: z.string().openapi({ description: "when, in UTC" }),
    note: z.string().optional(),
    changes: codedEventSchema
      .pick({
        type: true,
        mode: true,
        status: true,
        actors: true,
        recipients: true,
        cameo: true,
        quad: true,
        score: true,
        goldstein: true,
      })
      .partial()
      .optional(),
    added: z.array(codedEventSchema).optional(),
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

/** What coded the documents that a run stored. */
export const coderSchema = z
  .object({
    version: z.string().openapi({ description: "version of Dragoman" }),
    model: z.string().optional().openapi({ description: "SHA-256 of the language model" }),
    lexicon: z.string().optional().openapi({ description: "SHA-256 over the files of the lexicon" }),
  })
  .openapi("Coder");
export type Coder = z.infer<typeof coderSchema>;

/** Names by code, and what this server allows. */
export const namesSchema = z
  .object({
    version: z.string().openapi({ description: "version of the reading room" }),
    store: z.string().openapi({ description: "name of the store's file" }),
    coder: coderSchema
      .optional()
      .openapi({ description: "what coded the latest documents; absent where there are none" }),
    corrections: z.boolean().openapi({ description: "whether corrections are taken" }),
    countries: z.record(z.string(), z.string()),
    types: z.array(
      z.object({ type: z.string(), definition: z.string(), score: z.number(), modes: z.array(z.string()) }),
    ),
    cameo: z.record(z.string(), z.string()).openapi({ description: "names of CAMEO codes" }),
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
    places: z.array(
      z.object({
        span: spanSchema,
        name: z.string(),
        latitude: z.number().optional(),
        longitude: z.number().optional(),
      }),
    ),
  })
  .openapi("Reading");
export type Reading = z.infer<typeof readingSchema>;

export const statementRowSchema = z
  .object({
    id: z.string(),
    document: z.string(),
    title: z.string().optional(),
    published: dateSchema.optional(),
    speaker: z.string(),
    act: z.string(),
    form: z.string(),
    cue: z.string(),
    content: z.string(),
  })
  .openapi("StatementRow");
export type StatementRow = z.infer<typeof statementRowSchema>;

export const commitmentRowSchema = z
  .object({
    id: z.string(),
    document: z.string(),
    statement: z.string(),
    act: z.string().openapi({ description: "what the debtor does by saying so: pledge, agree, …" }),
    title: z.string().optional(),
    published: dateSchema.optional(),
    debtors: z.array(partySchema),
    beneficiaries: z.array(partySchema),
    action: z.string(),
    due: z.object({
      words: z.string().optional(),
      first: dateSchema.optional(),
      last: dateSchema.optional(),
      occasion: z.string().optional(),
    }),
    sentence: z.object({ text: z.string(), action: spanSchema }),
  })
  .openapi("CommitmentRow");
export type CommitmentRow = z.infer<typeof commitmentRowSchema>;

export const commitmentPageSchema = z
  .object({ commitments: z.array(commitmentRowSchema), total: z.number().int(), next: z.string().optional() })
  .openapi("CommitmentPage");
export type CommitmentPage = z.infer<typeof commitmentPageSchema>;

export const pairViewSchema = z
  .object({
    a: z.string(),
    b: z.string(),
    n: z.number().int().openapi({ description: "events told as real, each counted once" }),
    all: z.number().int().openapi({ description: "every telling of every event, whatever its status" }),
    score: z.number().openapi({ description: "mean PLOVER score of the events told as real" }),
    months: z.array(monthSchema),
    types: z.array(z.object({ value: z.string(), n: z.number().int(), score: z.number() })),
    latest: z.array(eventRowSchema),
    statements: z
      .object({ a: z.array(statementRowSchema), b: z.array(statementRowSchema) })
      .openapi({ description: "what each says of the other" }),
    commitments: z
      .object({ a: z.array(commitmentRowSchema), b: z.array(commitmentRowSchema) })
      .openapi({ description: "what each has promised the other" }),
  })
  .openapi("PairView");
export type PairView = z.infer<typeof pairViewSchema>;

export const networkSchema = z
  .object({
    nodes: z.array(z.object({ country: z.string(), n: z.number().int() })),
    links: z.array(pairRowSchema),
    days: z.tuple([dateSchema, dateSchema]).optional(),
  })
  .openapi("Network");
export type Network = z.infer<typeof networkSchema>;

export const placesSchema = z
  .object({
    total: z.number().int(),
    unknown: z.number().int().openapi({ description: "events of which no place is known" }),
    unplaced: z.number().int().openapi({ description: "events in a place whose coordinates are not known" }),
    places: z.array(
      z.object({
        name: z.string(),
        latitude: z.number().optional(),
        longitude: z.number().optional(),
        n: z.number().int(),
        score: z.number(),
      }),
    ),
  })
  .openapi("Places");
export type Places = z.infer<typeof placesSchema>;

/** An actor that can be chosen as a party. */
export const actorSchema = entitySchema
  .pick({ name: true, kind: true, country: true, code: true, sectors: true })
  .openapi("Actor");
export type Actor = z.infer<typeof actorSchema>;

export const actorPageSchema = z.object({ actors: z.array(actorSchema) }).openapi("ActorPage");
export type ActorPage = z.infer<typeof actorPageSchema>;

const givenActorSchema = z.strictObject({
  code: z.string().min(3).max(30).openapi({ description: "as /api/actors gives it: CHN, CHNGOV" }),
  name: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .optional()
    .openapi({ description: "what the code says, unless given" }),
});
export type GivenActor = z.infer<typeof givenActorSchema>;

/** Parties as a corrector names them. */
const givenParties = z
  .array(
    z.union([z.number().int().nonnegative(), givenActorSchema], {
      error: "expected the number of a mention, or an actor as code and name",
    }),
  )
  .max(50);
export type GivenParties = z.infer<typeof givenParties>;

/** What a person says of an event, as it is sent. */
export const givenCorrectionSchema = z
  .strictObject({
    document: z.string().min(1).max(2000).openapi({ description: "id of the document" }),
    record: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .openapi({ description: "id of the event; absent for a missed one" }),
    verdict: z.enum(VERDICTS),
    author: z.string().trim().min(1).max(100).openapi({ description: "who says so" }),
    note: z.string().trim().max(2000).optional().openapi({ description: "why, for other readers" }),
    type: z.string().max(40).optional().openapi({ description: "PLOVER type" }),
    mode: z.string().max(60).optional().openapi({ description: "PLOVER mode of that type" }),
    status: z.enum(STATUSES).optional(),
    actors: givenParties
      .optional()
      .openapi({ description: "numbers of the document's mentions, from 0, or actors by code" }),
    recipients: givenParties.optional(),
    trigger: spanSchema.optional().openapi({ description: "the words that tell a missed event" }),
  })
  .openapi("GivenCorrection");
export type GivenCorrection = z.infer<typeof givenCorrectionSchema>;

export const correctionPageSchema = z
  .object({ corrections: z.array(correctionSchema), total: z.number().int() })
  .openapi("CorrectionPage");
export type CorrectionPage = z.infer<typeof correctionPageSchema>;
