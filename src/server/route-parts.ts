import { z } from "@hono/zod-openapi";
import { dateSchema } from "../document/document.ts";
import { offsetOf } from "./events.ts";

/** Rows one answer holds at most. */
export const MOST_ROWS = 500;

const errorSchema = z
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

/** The answers of a route: JSON of a schema, or an error. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: { description, content: { "application/json": { schema } } },
  ...refusals,
});

/** A question without parameters: one that is misspelt is refused, not passed over. */
export const nothing = z.strictObject({});

export const limitSchema = z.coerce.number().int().min(1).max(MOST_ROWS);

/** The parameters of every list that comes in pages. */
export const paging = z.strictObject({
  limit: limitSchema.default(50),
  cursor: z.string().max(40).optional().openapi({ description: "`next` of the page before" }),
  offset: z.coerce
    .number()
    .int()
    .min(0)
    .max(100_000_000)
    .optional()
    .openapi({ description: "rows to pass over, for lists that are scrolled through" }),
});

/**
 * What a list is asked for, with the row to begin at in its cursor's stead.
 * @throws ApiError for a cursor that no answer gave
 */
export function fromStart<Query extends { cursor?: string | undefined; offset?: number | undefined }>({
  cursor,
  offset,
  ...search
}: Query) {
  return { ...search, offset: cursor === undefined ? (offset ?? 0) : offsetOf(cursor) };
}

/** A country's code, an actor's code or name. */
export const actorKey = z.string().min(1).max(300);

export const periodSchema = z.strictObject({
  from: dateSchema.optional().openapi({ description: "first day" }),
  to: dateSchema.optional().openapi({ description: "last day" }),
});

export const byId = z.object({ id: z.string().min(1).max(2000) });
