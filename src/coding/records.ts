import { z } from "zod";
import { dateSchema } from "../document/document.ts";
import { entitySchema, spanSchema } from "../mentions/mention.ts";

/** Whether what is told happened, and when, seen from the document's date. */
export const STATUSES = ["occurred", "ongoing", "future", "hypothetical", "negated", "historical"] as const;
export const statusSchema = z.enum(STATUSES);
export type Status = z.infer<typeof statusSchema>;

/** One voice of the chain "on whose word", with the words that report it. */
export const attributionSchema = z.object({
  source: z.union([entitySchema, z.literal("publisher")]),
  cue: spanSchema.optional(),
});
export type Attribution = z.infer<typeof attributionSchema>;

export const eventDateSchema = z.object({
  /** Absent where the text gives a relative time and the document has no date. */
  start: dateSchema.optional(),
  end: dateSchema.optional(),
  precision: z.enum(["day", "week", "month", "quarter", "year", "vague", "unresolved"]),
  /** The happening that gives the time where the text tells no date: "the Beijing Winter Olympics". */
  occasion: z.string().optional(),
  /** The words that give the time; absent where the document's date stands in. */
  span: spanSchema.optional(),
});

/** Where an event happens. Without coordinates: wider than a point (a country, a border), or not known which place of the name it is. */
export const placeSchema = z.object({
  name: z.string(),
  /** ISO 3166-1 alpha-3; absent where a place lies in none or in several. */
  country: z.string().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  geonames: z.number().int().optional(),
  span: spanSchema,
});

/** The words an event rests on (from its operator to its frame), and the sentence they stand in. */
export const evidenceSchema = z.object({ trigger: spanSchema, sentence: spanSchema });

export const codedEventSchema = z.object({
  /** Stable hash of document id, spans and type: coding a document twice gives the same ids. */
  id: z.string(),
  document: z.string(),
  /** Index of the sentence in the document, from 0. */
  sentence: z.number().int().nonnegative(),
  /** PLOVER type, e.g. CONSULT. */
  type: z.string(),
  mode: z.string().optional(),
  contexts: z.array(z.string()),
  /** CAMEO 1.1b3 code, kept as text: "041". */
  cameo: z.string(),
  quad: z.enum(["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]),
  /** PLOVER score of type and mode, -10 to 10. */
  score: z.number(),
  /** Goldstein value of the CAMEO code, -10 to 10. */
  goldstein: z.number(),
  actors: z.array(entitySchema),
  recipients: z.array(entitySchema),
  date: eventDateSchema,
  place: placeSchema.optional(),
  status: statusSchema,
  /** Outermost voice first; the publisher alone where the text itself says it. */
  attribution: z.array(attributionSchema).min(1),
  evidence: evidenceSchema,
  /** Where the same document tells the same happening again. */
  retold: z.array(evidenceSchema),
  /** Lexicon entry and operators that made it, the outermost operator first: "promise(protect)". */
  rule: z.string(),
  /** Where these entries stand in the lexicon, in the same order: `operators/pledge.yaml:3`. */
  lexicon: z.array(z.string()),
  confidence: z.number().min(0).max(1),
});
export type CodedEvent = z.infer<typeof codedEventSchema>;

/** What somebody does by saying something; `assert` where it is nothing more than told. */
export const SPEECH_ACTS = [
  "assert",
  "announce",
  "admit",
  "deny",
  "agree",
  "reject",
  "propose",
  "request",
  "demand",
  "invite",
  "offer",
  "pledge",
  "warn",
  "threaten",
  "accuse",
  "criticise",
  "support",
  "praise",
  "thank",
  "congratulate",
  "condole",
  "apologise",
  "express-concern",
  "express-hope",
] as const;
export const speechActSchema = z.enum(SPEECH_ACTS);
export type SpeechAct = z.infer<typeof speechActSchema>;

/** What a speaker's own side takes on by a statement. */
export const commitmentSchema = z.object({
  /** Who is to do it: the speaker, or the side that the speaker binds. */
  debtor: entitySchema,
  beneficiaries: z.array(entitySchema),
  /** The words that say what is to be done. */
  action: spanSchema,
  /** Absent where the text gives no time; where it names only an occasion, that and no days. */
  due: eventDateSchema.required({ span: true }).optional(),
});
export type Commitment = z.infer<typeof commitmentSchema>;

export const statementSchema = z.object({
  id: z.string(),
  document: z.string(),
  sentence: z.number().int().nonnegative(),
  speaker: entitySchema,
  addressees: z.array(entitySchema),
  act: speechActSchema,
  form: z.enum(["direct", "indirect", "mixed"]),
  cue: spanSchema,
  content: spanSchema,
  about: z.array(entitySchema),
  attribution: z.array(attributionSchema).min(1),
  /** Ids of the events coded inside the content. */
  events: z.array(z.string()),
  commitment: commitmentSchema.optional(),
});
export type Statement = z.infer<typeof statementSchema>;

/** Something a reader should know of one document: "no date: 'on Monday' stays unresolved". */
export const problemSchema = z.object({ message: z.string(), span: spanSchema.optional() });

export const codedDocumentSchema = z.object({
  document: z.object({
    id: z.string(),
    date: dateSchema.optional(),
    title: z.string().optional(),
    publisher: z.string().optional(),
    url: z.string().optional(),
  }),
  events: z.array(codedEventSchema),
  statements: z.array(statementSchema),
  /** One entity a resolved mention, in text order. */
  mentions: z.array(entitySchema),
  /** Span of each sentence, in order. */
  sentences: z.array(spanSchema),
  problems: z.array(problemSchema),
});
export type CodedDocument = z.infer<typeof codedDocumentSchema>;
