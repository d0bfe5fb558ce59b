import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { findActors } from "./actors.ts";
import { eventFilterSchema } from "./event-filter.ts";
import { activePairs, viewNetwork, viewPair } from "./pairs.ts";
import { findPlaces } from "./places.ts";
import {
  actorPageSchema,
  commitmentPageSchema,
  networkSchema,
  pairRowSchema,
  pairViewSchema,
  placesSchema,
} from "./records.ts";
import type { Room } from "./room.ts";
import { actorKey, fromStart, json, limitSchema, paging, periodSchema } from "./route-parts.ts";
import { COMMITMENT_ORDERS, type CommitmentOrder, findCommitments } from "./statements.ts";

const commitmentOrders = Object.keys(COMMITMENT_ORDERS) as [CommitmentOrder, ...CommitmentOrder[]];

/** Adds what is made of many events: pairs, the network, the map, commitments, actors. */
export function addViewRoutes(app: OpenAPIHono, room: Room): void {
  const { store, ontology } = room;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/pairs",
      summary: "Pairs of countries, the most active first",
      request: { query: periodSchema.extend({ limit: limitSchema.default(50) }) },
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
      request: { params: z.object({ a: actorKey, b: actorKey }), query: periodSchema },
      responses: json(pairViewSchema, "the pair"),
    }),
    async (c) => {
      const { a, b } = c.req.valid("param");
      return c.json(await viewPair(store, ontology, a, b, c.req.valid("query")), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/network",
      summary: "Who deals with whom in a period",
      request: { query: periodSchema.extend({ limit: limitSchema.default(80) }) },
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
          ...periodSchema.shape,
          debtor: actorKey.optional(),
          beneficiary: actorKey.optional(),
          q: z.string().max(300).optional(),
          sort: z.enum(commitmentOrders).default("published"),
          order: z.enum(["asc", "desc"]).default("desc"),
        }),
      },
      responses: json(commitmentPageSchema, "a page of commitments"),
    }),
    async (c) => c.json(await findCommitments(store, fromStart(c.req.valid("query"))), 200),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/actors",
      summary: "Actors whose name holds these words, or who go by this code",
      description: "The store's own, all countries, and whoever a code of known parts stands for: CHNGOV.",
      request: {
        query: z.strictObject({ q: z.string().trim().min(1).max(300), limit: limitSchema.default(12) }),
      },
      responses: json(actorPageSchema, "the actors, the likeliest first"),
    }),
    async (c) => {
      const { q, limit } = c.req.valid("query");
      return c.json({ actors: await findActors(room, q, limit) }, 200);
    },
  );
}
