import { basename } from "node:path";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { documentSchema } from "../document/document.ts";
import { withMasthead } from "../document/masthead.ts";
import { ApiError } from "./api-error.ts";
import { findDocuments, readDocument, viewDocument } from "./documents.ts";
import { eventFilterSchema } from "./event-filter.ts";
import { EVENT_ORDERS, type EventOrder, eventRows, findEvents } from "./events.ts";
import { countFacets } from "./facets.ts";
import { overview } from "./overview.ts";
import {
  documentPageSchema,
  documentViewSchema,
  eventPageSchema,
  eventRowSchema,
  facetsSchema,
  namesSchema,
  overviewSchema,
  readingSchema,
} from "./records.ts";
import type { Room } from "./room.ts";
import { byId, fromStart, json, nothing, paging } from "./route-parts.ts";

/** Characters of a text that can be coded on the spot. */
export const LONGEST_TEXT = 200_000;

const orders = Object.keys(EVENT_ORDERS) as [EventOrder, ...EventOrder[]];
const sorting = z.strictObject({
  sort: z.enum(orders).default("date"),
  order: z.enum(["asc", "desc"]).default("desc"),
});

/** Adds everything that can be read over HTTP. */
export function addReadingRoutes(app: OpenAPIHono, room: Room): void {
  const { store, ontology } = room;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/overview",
      summary: "What the store holds",
      request: { query: nothing },
      responses: json(overviewSchema, "counts, months, types, pairs, latest events"),
    }),
    async (c) => c.json(await overview(store, ontology), 200),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/names",
      summary: "Names of countries, types and modes, and whether corrections are allowed",
      request: { query: nothing },
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
      const { sort, order, limit, offset, ...filter } = fromStart(c.req.valid("query"));
      return c.json(await findEvents(store, ontology, filter, { sort, order, limit, offset }), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/facets",
      summary: "How the events that meet a filter fall into types, actors, months and the rest",
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
      request: { params: byId, query: nothing },
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
    async (c) => c.json(await findDocuments(store, fromStart(c.req.valid("query"))), 200),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/documents/{id}",
      summary: "A document with its text and all its records",
      description: "Spans are [start, end) in UTF-16 units of the text, as JavaScript counts.",
      request: { params: byId, query: nothing },
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
      request: { params: byId, query: nothing },
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
      method: "post",
      path: "/api/code",
      summary: "Code a text",
      description: "The text is read and forgotten; nothing is stored.",
      request: {
        query: nothing,
        body: { required: true, content: { "application/json": { schema: textSchema } } },
      },
      responses: json(readingSchema, "its records and the reasons for each"),
    }),
    async (c) => {
      const { id, ...given } = c.req.valid("json");
      const reading = await room.desk.read(
        withMasthead({ id: id ?? "pasted text", language: "en", ...given }),
      );
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
  .strict()
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
