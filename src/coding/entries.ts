import { z } from "zod";
import { operatorNameSchema } from "../ontology/operators.ts";
import { speechActSchema } from "./records.ts";

/**
 * Where a role's filler stands in the sentence: a grammatical relation, or a preposition ("on", "against").
 *
 * - `subject`: who does, in active and passive sentences alike; for a noun its possessor, its "by" phrase or a nationality before it
 * - `object`: who undergoes; for a trigger that ends in a preposition ("call for"), that preposition's phrase; for a noun its "of" phrase
 * - `indirect`: the indirect object ("gave Kyiv weapons")
 * - `patient`: who undergoes, beside the phrase that a trigger ends in ("pushed *the rebels* out of the town")
 * - `owner`: whose the object is ("condemned Iran's attack", "seized the group's assets")
 * - `wielder`: whose the subject is ("*Russian* warplanes bombed the town")
 */
const place = z.string().min(2);

/** What a word must stand with for an entry to hold: any of these lemmas, of the words of a class (`$aid`), or any name (`@name`). */
const words = z.array(z.string()).min(1);

const common = {
  verbs: z.array(z.string()).default([]),
  nouns: z.array(z.string()).default([]),
  adjectives: z.array(z.string()).default([]),
  /** Holds only where the object (or, for a noun, its complement or modifier) is one of these. */
  object: words.optional(),
  /** Does not hold where the object is one of these: "attacked the problem". */
  unless: words.optional(),
  /** Holds only where the sentence has one of these too: "killed", in a sentence that speaks of an attack. */
  sentence: words.optional(),
  /**
   * `none`: holds only where the verb has no object, in the active: "marched", not "demonstrated its strength". `only`: where it has
   * one: "returned the statues to Egypt", not "returned to Egypt".
   */
  transitive: z.enum(["any", "none", "only"]).default("any"),
  /** `none`: holds only where nothing is said of the object: "called the president", not "called the president a liar". */
  complement: z.enum(["any", "none"]).default("any"),
  /**
   * `none`: holds only where no clause says what it is about: "reaffirmed its commitment to Israel", not "its commitment to help";
   * "recognised Palestine", not "recognised that it exists". `unasked`: only where nobody is told what to do: "called on the president",
   * not "called on the president to resign".
   */
  clause: z.enum(["any", "none", "unasked"]).default("any"),
  examples: z.array(z.string()).default([]),
  not: z.array(z.string()).default([]),
};

/** An event frame: words that name an event of one type, and where its parties stand. */
export const frameSchema = z.strictObject({
  frame: z.string(),
  /** PLOVER type and mode: `CONSULT/phone`. */
  event: z.string().regex(/^[A-Z]+(\/[a-z-]+)?$/),
  cameo: z
    .string()
    .regex(/^\d{2,4}$/)
    .optional(),
  contexts: z.array(z.string()).default([]),
  /** `reciprocal`: all parties are actors. `directed`: actor and recipient. */
  parties: z.enum(["reciprocal", "directed"]).default("directed"),
  /**
   * Who may do it: `people` are no state's officials or forces ("miners protested"), `state` are nobody else ("Tokyo protested"); `persons`
   * can walk in ("welcomed the minister", not "welcomed Finland as a member"); `envoys` are all but private persons, who come for themselves
   * ("refugees travelled to Turkey").
   */
  by: z.enum(["anyone", "people", "state", "persons", "forces", "envoys"]).default("anyone"),
  /** Where the actors stand: all places count for `reciprocal`, the first that is filled for `directed`. */
  actor: z.array(place).optional(),
  recipient: z.array(place).default(["object", "indirect", "owner"]),
  /** Prepositions of the place whose authorities are meant where nobody is said to do it: "was arrested *in* Peru", "expelled *from* Peru". */
  authorities: z.array(place).default([]),
  /** `false`: its nouns tell nothing by themselves ("the importance of cooperation"), but with a light verb or an operator they do. */
  mereNouns: z.boolean().default(true),
  /** Roles without which these words are no event; by default the actor, for a noun both, for a reciprocal event two actors. */
  requires: z.array(z.enum(["actor", "recipient"])).optional(),
  ...common,
});
export type Frame = z.infer<typeof frameSchema>;

/** An operator's words: verbs, nouns and adjectives that make one event out of another ("refuse" to meet). */
export const operatorEntrySchema = z.strictObject({
  operator: operatorNameSchema,
  /** A name to tell entries of one operator apart: "promise". */
  name: z.string(),
  /** Words beside a verb or noun that make it this operator's content: "will", "not", "planned". */
  modifiers: z.array(z.string()).default([]),
  /** As `modifiers`, but only in reported speech: "said it *would* send aid". */
  reported: z.array(z.string()).default([]),
  /** As `modifiers`, but only outside reported speech: "aid *would* help". */
  unreported: z.array(z.string()).default([]),
  /** Its modifiers are the word of whoever reports the clause: "Oslo said that Rome *must* withdraw". Without a report they say nothing. */
  ofSpeaker: z.boolean().default(false),
  /** Its own auxiliary adds nothing: "would like to", "can say". */
  auxiliaries: z.enum(["count", "ignored"]).default("count"),
  /** Where the event it works on stands: a clause ("to meet", "that it met"), the object, or a preposition's phrase. */
  content: z.array(place).default(["clause", "object"]),
  /** Who is addressed, for requests and the like: "urged *Tehran* to". */
  addressee: z.array(place).default(["object", "indirect"]),
  /** Holds only where somebody is addressed: "welcomed *him* to attend" invites, "welcomed the decision to attend" does not. */
  needsAddressee: z.boolean().default(false),
  /** Roles that its `otherwise` must fill. */
  requires: z.array(z.enum(["actor", "recipient"])).default(["actor"]),
  /** PLOVER event where the content names none; absent: no event. */
  otherwise: z
    .string()
    .regex(/^[A-Z]+(\/[a-z-]+)?$/)
    .optional(),
  ...common,
});
export type OperatorEntry = z.infer<typeof operatorEntrySchema>;

/** A verb that lends its subject and object to the noun it governs: "hold" in "held talks", "suffer" in "suffered an attack". */
export const lightVerbSchema = z.strictObject({
  light: z.string(),
  verbs: z.array(z.string()).min(1),
  /** The role the verb's subject has in the noun's event. */
  subject: z.enum(["actor", "recipient"]),
  /** `said`: lends itself only to what is done by saying so: "underlined its support", not "underlined the good cooperation". */
  deeds: z.enum(["any", "said"]).default("any"),
  /** Prepositions beside the noun's own that bring in its other party. */
  other: z.array(place).default([]),
  /** Where the noun stands. */
  noun: z.array(place).default(["object"]),
  examples: z.array(z.string()).default([]),
  not: z.array(z.string()).default([]),
});
export type LightVerb = z.infer<typeof lightVerbSchema>;

/**
 * A word that reports what somebody says, thinks or takes on: its source speaks, its content is said.
 *
 * Where the content stands: `clause` (finite: "said that …"), `infinitive` ("promised to …"), `object` ("condemned the raid"), `complement`
 * ("called it a crime"), or a preposition's phrase; all that are there count, the object where nothing else is.
 */
export const cueSchema = z.strictObject({
  cue: z.string(),
  /** The speech act of the statement it makes. */
  act: speechActSchema,
  verbs: z.array(z.string()).default([]),
  nouns: z.array(z.string()).default([]),
  adjectives: z.array(z.string()).default([]),
  /** Prepositions that introduce the source themselves: "according to". */
  prepositions: z.array(z.string()).default([]),
  /** Adverbs that report on the word of somebody unnamed: "reportedly". */
  adverbs: z.array(z.string()).default([]),
  /** Words beside the verb of what is said that make it this act where the speaker's own side does it: "we *will* help". */
  modifiers: z.array(z.string()).default([]),
  /** As `modifiers`, but where others do it: "said that Rome *must* withdraw". */
  ofOthers: z.array(z.string()).default([]),
  /** Verbs that its `modifiers` make nothing of: nobody promises to lose. */
  unlessVerbs: z.array(z.string()).default([]),
  content: z.array(z.string()).default(["clause"]),
  /** Places of the content by which the speaker is bound, the likeliest first. */
  binds: z.array(z.string()).default([]),
  /** Where whoever is spoken to stands. */
  addressee: z.array(place).default(["indirect", "to"]),
  /** Holds only with a predicate of its object: "welcomed *him to attend*" invites, "welcomed the news" does not. */
  needsPredicate: z.boolean().default(false),
  /** Holds only where the object is one of these: "announced *aid*". */
  object: words.optional(),
  examples: z.array(z.string()).default([]),
  not: z.array(z.string()).default([]),
});
export type Cue = z.infer<typeof cueSchema>;

/** A named class of words for conditions: `$aid`. */
export const wordClassSchema = z.strictObject({ class: z.string(), words: z.array(z.string()).min(1) });
export type WordClass = z.infer<typeof wordClassSchema>;
