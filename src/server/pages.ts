import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Context } from "hono";
import { ApiError } from "./api-error.ts";

/** The reading room's pages as `npm run build` leaves them beside this program. */
export function bundledPages(): string {
  return fileURLToPath(new URL("../web/", import.meta.url));
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

interface Page {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Compressed when the pages were built; absent for what does not get smaller. */
  readonly packed?: Uint8Array<ArrayBuffer>;
}

/**
 * The files of the reading room, read once: a request names one of them or nothing, so that no path leads out of the
 * folder. Every address that is no file is the reading room itself, which finds its own view.
 */
export class Pages {
  readonly #pages: ReadonlyMap<string, Page>;

  constructor(folder: string) {
    const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
    const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    this.#pages = new Map(
      paths.flatMap((path) => {
        const type = TYPES[extname(path)];
        if (type === undefined) return [];
        const packed = existsSync(`${path}.br`) ? { packed: bytesOf(`${path}.br`) } : {};
        return [
          [`/${relative(folder, path).replaceAll(sep, "/")}`, { type, bytes: bytesOf(path), ...packed }],
        ];
      }),
    );
  }

  /** @throws ApiError where the pages were never built, or a file of theirs is not there */
  answer(c: Context): Response {
    const { pathname } = new URL(c.req.url);
    const file = this.#pages.get(pathname);
    if (file !== undefined && pathname !== "/index.html") {
      const isNamedByContent = pathname.startsWith("/assets/");
      return respond(c, file, isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache");
    }
    const room = this.#pages.get("/index.html");
    if (pathname.startsWith("/assets/") || room === undefined) {
      throw new ApiError(
        "not_found",
        room === undefined ? "the pages are not built: npm run build" : `there is no file ${pathname}`,
      );
    }
    return respond(c, room, "no-cache");
  }
}

function respond(c: Context, { type, bytes, packed }: Page, caching: string): Response {
  const isPacked = packed !== undefined && /\bbr\b/.test(c.req.header("accept-encoding") ?? "");
  return c.body(isPacked ? packed : bytes, 200, {
    "Content-Type": type,
    "Cache-Control": caching,
    Vary: "Accept-Encoding",
    ...(isPacked && { "Content-Encoding": "br" }),
  });
}

function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path));
}
