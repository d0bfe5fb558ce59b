import { createHash } from "node:crypto";
import { OpenAPIHono, type z } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { HTTPException } from "hono/http-exception";
import { ApiError, ERROR_CODES } from "./api-error.ts";
import { addCorrectionRoutes } from "./correction-routes.ts";
import { addExportRoutes } from "./export-routes.ts";
import { knownHost, safeHeaders, sameOrigin, withToken } from "./guard.ts";
import { answerMcp } from "./mcp.ts";
import { Metrics } from "./metrics.ts";
import { Pages } from "./pages.ts";
import type { Room } from "./room.ts";
import { TooSlowError } from "./room-store.ts";
import { addReadingRoutes } from "./routes.ts";
import { addViewRoutes } from "./view-routes.ts";

/** Bytes a request may bring: a text of the longest length in its widest writing. */
const LARGEST_BODY = 1_000_000;

export interface AppOptions {
  /** Host names this server goes by, beside addresses and `localhost`. */
  readonly hostNames?: readonly string[];
  /** What a request has to bring; none is asked for where this is absent. */
  readonly token?: string;
  /** Folder of the built pages. */
  readonly pages: string;
}

/** The reading room over HTTP: pages, API, its description and its measures. */
export function createApp(room: Room, { hostNames = [], token, pages }: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook(result) {
      if (result.success) return;
      throw refusal(result.error.issues[0]);
    },
  });
  const metrics = new Metrics();
  const files = new Pages(pages);
  app.onError(answerError);
  app.use(safeHeaders, metrics.counting, knownHost(hostNames), sameOrigin);
  app.get("/health", (c) => c.json({ status: "ok", version: room.version }));
  if (token !== undefined) app.use(withToken(token));
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge }));
  app.use("/api/*", compress(), unchanged(room));
  app.get("/metrics", async (c) => {
    const counts = await room.store.askOne(
      "SELECT (SELECT count(*) FROM events) AS n, count(*) AS total FROM documents",
    );
    return c.text(metrics.text({ events: Number(counts?.n), documents: Number(counts?.total) }));
  });
  addReadingRoutes(app, room);
  addViewRoutes(app, room);
  addExportRoutes(app, room);
  addCorrectionRoutes(app, room);
  app.all("/mcp", (c) => answerMcp(room, c.req.raw));
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Dragoman reading room",
      version: room.version,
      description:
        "Who did, said or promised what to whom, when, and on whose word: events read from political texts.",
    },
  });
  app.get("/api", (c) => files.answer(c));
  app.all("/api/*", (c) => {
    throw new ApiError(
      "not_found",
      `there is no ${c.req.method} ${new URL(c.req.url).pathname}; /api lists what there is`,
    );
  });
  app.get("*", (c) => files.answer(c));
  app.notFound((c) => answerError(new ApiError("not_allowed", `${c.req.method} is not answered here`), c));
  return app;
}

/** What is wrong with a request, in a sentence; a field that does not exist is refused, for it was meant to do something. */
function refusal(issue: z.core.$ZodIssue | undefined): ApiError {
  if (issue?.code === "unrecognized_keys") {
    const [field = ""] = issue.keys;
    return new ApiError("bad_request", `there is no ${field.slice(0, 100)} here; /api lists what there is`, {
      field,
    });
  }
  const message = issue?.message ?? "this is not understood";
  const field = issue?.path.join(".") ?? "";
  return field === ""
    ? new ApiError("bad_request", message)
    : new ApiError("bad_request", `${field}: ${message}`, { field });
}

/** Answers "not modified" where the store is still what it was when the same address was asked before. */
function unchanged({ store, version }: Room): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== "GET") return next();
    const digest = createHash("sha256").update(`${version} ${store.stamp} ${c.req.url}`).digest("base64url");
    const tag = `W/"${digest.slice(0, 22)}"`;
    if (c.req.header("if-none-match")?.includes(tag)) return c.body(null, 304, { ETag: tag });
    await next();
    if (c.res.status === 200) {
      c.res.headers.set("ETag", tag);
      c.res.headers.set("Cache-Control", "no-cache");
    }
  };
}

function tooLarge(): never {
  throw new ApiError("too_large", `a request may bring ${LARGEST_BODY / 1e6} MB at most`);
}

function answerError(error: Error, c: Context): Response {
  const told = asApiError(error);
  if (told.code === "failed")
    process.stderr.write(`dragoman: ${c.req.method} ${c.req.path}: ${error.message}\n`);
  // What was not read of the request would be taken for the next one.
  if (told.code === "too_large") c.header("Connection", "close");
  return c.json(told.body(), told.status);
}

function asApiError(error: Error): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof TooSlowError) return new ApiError("too_slow", error.message, { cause: error });
  if (error instanceof HTTPException && error.status === ERROR_CODES.unsupported) {
    return new ApiError("unsupported", "send JSON, and say so: Content-Type: application/json", {
      cause: error,
    });
  }
  if (error instanceof HTTPException && error.status < 500) {
    return new ApiError("bad_request", error.message || "this request is not understood", { cause: error });
  }
  return new ApiError("failed", "this could not be answered; the server's own window says more", {
    cause: error,
  });
}
