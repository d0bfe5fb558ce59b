import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { stream } from "hono/streaming";
import { eventCondition, eventFilterSchema } from "./event-filter.ts";
import type { Room } from "./room.ts";
import type { RoomRow } from "./room-store.ts";

/** Adds the export of what is shown: one row an event, the columns of `dragoman code --out events.csv`. */
export function addExportRoutes(app: OpenAPIHono, { store }: Room): void {
  for (const { ending, type, head, line } of FORMATS) {
    app.openapi(
      createRoute({
        method: "get",
        path: `/api/events.${ending}`,
        summary: `All events that meet a filter, as ${ending.toUpperCase()}`,
        request: { query: eventFilterSchema },
        responses: { 200: { description: "one row an event", content: { [type]: { schema: z.string() } } } },
      }),
      (c) => {
        const where = eventCondition(c.req.valid("query"));
        c.header("Content-Type", `${type}; charset=utf-8`);
        c.header("Content-Disposition", `attachment; filename="events.${ending}"`);
        return stream(c, async (out) => {
          let isFirst = true;
          for await (const rows of store.stream(
            `SELECT events_all.* FROM events_all SEMI JOIN (FROM room.event WHERE ${where.sql}) AS shown USING (id)
             ORDER BY date_start DESC NULLS LAST, id`,
            where.parameters,
          )) {
            if (out.aborted) return;
            if (isFirst && rows[0] !== undefined) await out.write(head(Object.keys(rows[0])));
            isFirst = false;
            await out.write(rows.map(line).join(""));
          }
        });
      },
    );
  }
}

interface Format {
  readonly ending: string;
  readonly type: string;
  head(columns: readonly string[]): string;
  line(row: RoomRow): string;
}

const FORMATS: readonly Format[] = [
  {
    ending: "csv",
    type: "text/csv",
    head: (columns) => `${columns.join(",")}\r\n`,
    line: (row) => `${Object.values(row).map(csvCell).join(",")}\r\n`,
  },
  {
    ending: "jsonl",
    type: "application/jsonl",
    head: () => "",
    line: (row) => `${JSON.stringify(row)}\n`,
  },
];

function csvCell(value: unknown): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
