import { basename } from "node:path";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { dateSchema, documentSchema } from "../document/document.ts";
import { ApiError } from "./api-error.ts";
import { findDocuments, readDocument, viewDocument } from "./documents.ts";
import { eventFilterSchema } from "./event-filter.ts";
import { EVENT_ORDERS, type EventOrder, eventRows, findEvents, offsetOf } from "./events.ts";
import { countFacets } from "./facets.ts";
import { overview } from "./overview.ts";
import { activePairs, viewNetwork, viewPair } from "./pairs.ts";
import { findPlaces } from "./places.ts";
import {
  commitmentPageSchema,
  documentPageSchema,
  documentViewSchema,
  eventPageSchema,
  eventRowSchema,
  facetsSchema,
  namesSchema,
  networkSchema,
  overviewSchema,
  pairRowSchema,
  pairViewSchema,
  placesSchema,
  readingSchema,
} from "./records.ts";
import type { Room } from "./room.ts";
import { COMMITMENT_ORDERS, type CommitmentOrder, findCommitments } from "./statements.ts";

/** Characters of a text that can be coded on the spot. */
export const LONGEST_TEXT = 200_000;
/** Rows one answer holds at most. */
const MOST_ROWS = 500;

export const errorSchema = z
  .object({
    error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }),
  })
  .openapi("Error");

const refusals = {
  default: {
    description: "why it cannot be answered, in one sentence",
    content: { "application/json": { schema: errorSchema } },
  },
};

export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: { description, content: { "application/json": { schema } } },
  ...refusals,
});

const paging = z.object({
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(50),
  cursor: z.string().max(40).optional().openapi({ description: "`next` of the page before" }),
  offset: z.coerce
    .number()
    .int()
    .min(0)
    .max(100_000_000)
    .optional()
    .openapi({ description: "rows to pass over, for lists that are scrolled through" }),
});

const orders = Object.keys(EVENT_ORDERS) as [EventOrder, ...EventOrder[]];
const sorting = z.object({
  sort: z.enum(orders).default("date"),
  order: z.enum(["asc", "desc"]).default("desc"),
});

function startOf({ cursor, offset }: { cursor?: string | undefined; offset?: number | undefined }): number {
  return cursor === undefined ? (offset ?? 0) : offsetOf(cursor);
}

const actorKey = z.string().min(1).max(300);
const periodSchema = z.object({
  from: dateSchema.optional().openapi({ description: "first day" }),
  to: dateSchema.optional().openapi({ description: "last day" }),
});
const commitmentOrders = Object.keys(COMMITMENT_ORDERS) as [CommitmentOrder, ...CommitmentOrder[]];

const byId = z.object({ id: z.string().min(1).max(2000) });

/** Adds everything that can be read over HTTP. */
export function addReadingRoutes(app: OpenAPIHono, room: Room): void {
  const { store, ontology } = room;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/overview",
      summary: "What the store holds",
      responses: json(overviewSchema, "counts, months, types, pairs, latest events"),
    }),
    async (c) => c.json(await overview(store, ontology), 200),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/names",
      summary: "Names of countries, types and modes, and whether corrections are allowed",
      responses: json(namesSchema, "names by code"),
    }),
    (c) => c.json(namesOf(room), 200),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/events",
      summary: "Events that meet a filter, in order",
      request: { query: eventFilterSchema.extend({ ...paging.shape, ...sorting.shape }) },
      responses: json(eventPageSchema, "a page of events"),
    }),
    async (c) => {
      const { limit, cursor, offset, sort, order, ...filter } = c.req.valid("query");
      const listing = { sort, order, limit, offset: startOf({ cursor, offset }) };
      return c.json(await findEvents(store, ontology, filter, listing), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/facets",
      summary: "How the events that meet a filter fall into types, actors, months, …",
      request: { query: eventFilterSchema },
      responses: json(facetsSchema, "counts by facet"),
    }),
    async (c) => c.json(await countFacets(store, c.req.valid("query")), 200),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/events/{id}",
      summary: "One event",
      request: { params: byId },
      responses: json(eventRowSchema, "the event"),
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const [event] = await eventRows(store, ontology, [id]);
      if (event === undefined) throw new ApiError("not_found", `there is no event ${id} in this store`);
      return c.json(event, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/documents",
      summary: "Documents, the latest first",
      request: { query: paging.extend({ q: z.string().max(300).optional() }) },
      responses: json(documentPageSchema, "a page of documents"),
    }),
    async (c) => {
      const { q, limit, cursor, offset } = c.req.valid("query");
      return c.json(await findDocuments(store, { q, limit, offset: startOf({ cursor, offset }) }), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/documents/{id}",
      summary: "A document with its text and all its records",
      description: "Spans are [start, end) in UTF-16 units of the text, as JavaScript counts.",
      request: { params: byId },
      responses: json(documentViewSchema, "the document"),
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const view = await viewDocument(store, id);
      if (view === undefined) throw new ApiError("not_found", `there is no document ${id} in this store`);
      return c.json(view, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/documents/{id}/why",
      summary: "Why each event of a document was coded so",
      description:
        "The document is read again: frame, operators, roles and tree of each event, and the words that give times.",
      request: { params: byId },
      responses: json(readingSchema, "the reasons"),
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const document = await readDocument(store, id);
      if (document === undefined) throw new ApiError("not_found", `there is no document ${id} in this store`);
      return c.json(await room.desk.readStored(document), 200);
    },
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/pairs",
      summary: "Pairs of countries, the most active first",
      request: {
        query: periodSchema.extend({ limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(50) }),
      },
      responses: json(z.object({ pairs: z.array(pairRowSchema) }), "the pairs"),
    }),
    async (c) => {
      const { limit, ...period } = c.req.valid("query");
      return c.json({ pairs: await activePairs(store, limit, period) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/pairs/{a}/{b}",
      summary: "Two actors over time: events, what each says of the other, what each promised",
      description: "Each is a country's code, an actor's code or a name.",
      request: { params: z.object({ a: actorKey, b: actorKey }) },
      responses: json(pairViewSchema, "the pair"),
    }),
    async (c) => {
      const { a, b } = c.req.valid("param");
      return c.json(await viewPair(store, ontology, a, b), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/network",
      summary: "Who deals with whom in a period",
      request: {
        query: periodSchema.extend({ limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(80) }),
      },
      responses: json(networkSchema, "countries and the pairs between them"),
    }),
    async (c) => {
      const { limit, ...period } = c.req.valid("query");
      return c.json(await viewNetwork(store, period, limit), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/places",
      summary: "Where events happened, and how many happened nowhere known",
      request: { query: eventFilterSchema },
      responses: json(placesSchema, "places with their events"),
    }),
    async (c) => c.json(await findPlaces(store, c.req.valid("query")), 200),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/commitments",
      summary: "Who promised what to whom, and by when",
      request: {
        query: paging.extend({
          debtor: actorKey.optional(),
          beneficiary: actorKey.optional(),
          q: z.string().max(300).optional(),
          sort: z.enum(commitmentOrders).default("published"),
          order: z.enum(["asc", "desc"]).default("desc"),
        }),
      },
      responses: json(commitmentPageSchema, "a page of commitments"),
    }),
    async (c) => {
      const { cursor, offset, ...search } = c.req.valid("query");
      return c.json(await findCommitments(store, { ...search, offset: startOf({ cursor, offset }) }), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/code",
      summary: "Code a text",
      description: "The text is read and forgotten; nothing is stored.",
      request: {
        body: { required: true, content: { "application/json": { schema: textSchema } } },
      },
      responses: json(readingSchema, "its records and the reasons for each"),
    }),
    async (c) => {
      const { id, ...given } = c.req.valid("json");
      const reading = await room.desk.read({ id: id ?? "pasted text", language: "en", ...given });
      return c.json(reading, 200);
    },
  );
}

/** A text to be coded on the spot. */
export const textSchema = documentSchema
  .omit({ id: true, language: true, text: true })
  .extend({
    id: z.string().min(1).max(300).optional(),
    text: z.string().min(1).max(LONGEST_TEXT),
  })
  .openapi("Text");

function namesOf({ ontology, countries, coder, isWritable, version, store }: Room) {
  return {
    version,
    store: basename(store.path),
    ...(coder !== undefined && { coder }),
    corrections: isWritable,
    countries: { ...countries },
    types: ontology.types.map(({ type, definition, score, modes }) => ({
      type,
      definition,
      score,
      modes: modes.map((mode) => mode.name),
    })),
    cameo: Object.fromEntries(ontology.cameo.map(({ code, name }) => [code, name])),
  };
}
