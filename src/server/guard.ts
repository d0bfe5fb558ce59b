import { createHash, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { ApiError } from "./api-error.ts";

/** Nothing but what this server itself sends may run, look or be fetched. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "Content-Security-Policy": CONTENT_POLICY,
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
} as const;

/** Headers that keep what documents bring from doing anything in a browser. */
export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
};

/**
 * Refuses requests under a name that is not this server's: a page of another site whose name was made to point here
 * (DNS rebinding) would otherwise read the store.
 * @param names host names that are this server's, beside addresses and `localhost`
 */
export function knownHost(names: readonly string[]): MiddlewareHandler {
  const known = new Set(["localhost", ...names.map((name) => name.toLowerCase())]);
  return async (c, next) => {
    const host = hostOf(c.req.header("host"));
    if (host === undefined || (!known.has(host) && isIP(host) === 0)) {
      throw new ApiError("misdirected", "this server does not go by that name; use its address");
    }
    await next();
  };
}

function hostOf(header: string | undefined): string | undefined {
  if (header === undefined || !/^[\w.\-[\]:]+$/.test(header)) return undefined;
  const name = header.replace(/:\d+$/, "").toLowerCase();
  return name.startsWith("[") ? name.slice(1, -1) : name;
}

/** Refuses what another site's page would have a browser send. */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header("origin");
  if (origin !== undefined && c.req.method !== "GET" && c.req.method !== "HEAD") {
    if (origin !== "null" && URL.canParse(origin) && new URL(origin).host === c.req.header("host"))
      await next();
    else throw new ApiError("forbidden", "requests from pages of other sites are refused");
  } else await next();
};

const COOKIE = "dragoman";

/** Lets in who brings the token: as a bearer, in the cookie, or once in the address, which sets the cookie. */
export function withToken(token: string): MiddlewareHandler {
  return async (c, next) => {
    const url = new URL(c.req.url);
    const inAddress = url.searchParams.get("token");
    if (inAddress !== null && isSame(inAddress, token)) return openDoor(c, url, token);
    const given = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1] ?? getCookie(c, COOKIE);
    if (given === undefined || !isSame(given, token)) {
      throw new ApiError(
        "unauthorized",
        "this reading room asks for its token: open the address it printed, or send it as Authorization: Bearer TOKEN",
      );
    }
    await next();
  };
}

function openDoor(c: Context, url: URL, token: string): Response {
  setCookie(c, COOKIE, token, { httpOnly: true, sameSite: "Strict", path: "/" });
  url.searchParams.delete("token");
  return c.redirect(`${url.pathname}${url.search}`, 303);
}

/** Compares without telling by the time how much was right. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
