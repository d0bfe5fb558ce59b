import { createServer } from "node:http";
import { type AddressInfo, isIP } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { type AppOptions, createApp } from "./app.ts";
import type { Room } from "./room.ts";

export interface ServeOptions extends AppOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
}

/** A reading room that is open. */
export interface Serving {
  /** Where a browser finds it, without the token. */
  readonly url: string;
  close(): Promise<void>;
}

/** Whether an address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

/**
 * Opens the reading room on an address.
 * @throws Error of Node's where the address cannot be had (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`)
 */
export async function serve(room: Room, { host, port, ...options }: ServeOptions): Promise<Serving> {
  const app = createApp(room, options);
  const server = createServer(
    { requestTimeout: 60_000, headersTimeout: 15_000 },
    getRequestListener(app.fetch),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const name = isIP(host) === 6 ? `[${host}]` : host;
  return {
    url: `http://${name}:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
