import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { stream } from "hono/streaming";
import { ApiError } from "./api-error.ts";
import { findCorrections } from "./correction-list.ts";
import { addCorrection, goldDocuments, undoCorrection } from "./corrections.ts";
import { correctionPageSchema, correctionSchema, givenCorrectionSchema } from "./records.ts";
import type { Room } from "./room.ts";
import { json, nothing } from "./route-parts.ts";

/** Of no narrower type: what ends in JSON would be taken for one JSON value. */
const JSON_LINES: string = "application/jsonl";

/** Adds what people say of the coding: to read, and where the store may be written to, to say. */
export function addCorrectionRoutes(app: OpenAPIHono, room: Room): void {
  const { store } = room;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/corrections",
      summary: "Corrections that stand, the latest first",
      request: { query: z.strictObject({ document: z.string().max(2000).optional() }) },
      responses: json(correctionPageSchema, "the corrections"),
    }),
    async (c) => c.json(await findCorrections(store, c.req.valid("query")), 200),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/corrections/gold.jsonl",
      summary: "Corrected documents as gold, one a line",
      description:
        "Of each document: the events that people called right, changed or added, and those they called wrong.",
      request: { query: nothing },
      responses: {
        200: { description: "JSON lines", content: { [JSON_LINES]: { schema: z.string() } } },
      },
    }),
    (c) => {
      c.header("Content-Type", `${JSON_LINES}; charset=utf-8`);
      c.header("Content-Disposition", 'attachment; filename="gold.jsonl"');
      return stream(c, async (out) => {
        for await (const gold of goldDocuments(store)) await out.write(`${JSON.stringify(gold)}\n`);
      });
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/corrections",
      summary: "Say that an event is right or wrong, change it, or add one that was missed",
      description: "Taken where the room was opened with --allow-corrections.",
      request: {
        query: nothing,
        body: { required: true, content: { "application/json": { schema: givenCorrectionSchema } } },
      },
      responses: json(correctionSchema, "the correction as it is kept"),
    }),
    async (c) => {
      requireWritable(room);
      return c.json(await addCorrection(room, c.req.valid("json"), new Date()), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: "/api/corrections/{id}",
      summary: "Take a correction back",
      request: { params: z.object({ id: z.string().min(1).max(100) }), query: nothing },
      responses: json(z.object({ undone: z.string() }), "the id of what was taken back"),
    }),
    async (c) => {
      requireWritable(room);
      const { id } = c.req.valid("param");
      await undoCorrection(store, id, new Date());
      return c.json({ undone: id }, 200);
    },
  );
}

function requireWritable({ isWritable }: Room): void {
  if (!isWritable) {
    throw new ApiError(
      "forbidden",
      "this reading room takes no corrections; open it with --allow-corrections",
    );
  }
}
