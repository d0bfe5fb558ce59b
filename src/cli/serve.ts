import { randomBytes } from "node:crypto";
import { type Command, InvalidArgumentError } from "commander";
import { CliError, EXIT_USAGE } from "./cli-error.ts";
import { packageVersion } from "./package-version.ts";
import { WaitingLine } from "./waiting-line.ts";

const EXAMPLES = `
Examples:
  dragoman serve dragoman-examples.duckdb
  dragoman serve events.duckdb --allow-corrections
  dragoman serve events.duckdb --mcp                 for language models; also at /mcp
  dragoman serve events.duckdb --host 0.0.0.0        asks for a token, which it prints

The store is only read, unless --allow-corrections. Nothing is fetched from
elsewhere: the room works without a network. The API is described at /api.
`;

const PORT = 8321;

interface ServeCommandOptions {
  readonly host: string;
  readonly port: number;
  readonly name: readonly string[];
  readonly token?: string;
  readonly allowCorrections?: boolean;
  readonly mcp?: boolean;
}

/** Adds `dragoman serve`: the reading room in a browser, and the same over HTTP. */
export function register(program: Command): void {
  program
    .command("serve")
    .summary("open a store as a reading room in the browser")
    .description("Opens a store as a reading room in the browser, with an HTTP interface.")
    .argument("<DB>", "a store that dragoman code --out made (.duckdb)")
    .option("--host <ADDRESS>", "address to listen on", "127.0.0.1")
    .option("--port <PORT>", "port to listen on; 0 takes any", portValue, PORT)
    .option("--name <NAMES...>", "host names it is reached by, beside its address", [])
    .option("--token <TOKEN>", "what a request must bring (default: none on loopback, else a random one)")
    .option("--allow-corrections", "let readers correct the coding; the store is then this process's alone")
    .option("--mcp", "serve language models on standard input and output instead (Model Context Protocol)")
    .addHelpText("after", EXAMPLES)
    .action(async (path: string, options: ServeCommandOptions) => {
      await serveStore(path, options);
    });
}

async function serveStore(path: string, options: ServeCommandOptions): Promise<void> {
  // Loaded where they are needed: the database engine takes longer to load than other commands to run.
  const { openRoom } = await import("../server/room.ts");
  const { host, port, name } = options;
  const { isLoopback, serve } = await import("../server/serve.ts");
  const { bundledPages } = await import("../server/pages.ts");
  const token = options.token ?? (isLoopback(host) ? undefined : randomBytes(18).toString("base64url"));
  const line = new WaitingLine(process.stderr);
  const room = await openRoom(path, {
    isWritable: options.allowCorrections === true,
    version: packageVersion(),
    opening: (words) => line.say(words),
  }).finally(() => line.end());
  if (options.mcp === true) {
    const { serveMcp } = await import("../server/mcp.ts");
    await serveMcp(room);
    return room.close();
  }
  const address = {
    host,
    port,
    hostNames: name,
    pages: bundledPages(),
    ...(token !== undefined && { token }),
  };
  const serving = await serve(room, address).catch(async (error: NodeJS.ErrnoException) => {
    await room.close();
    throw new CliError(`cannot listen on ${host}:${port}: ${reasonOf(error)}`, EXIT_USAGE, { cause: error });
  });
  const door = token === undefined ? "" : `?token=${token}`;
  process.stdout.write(`Reading room of ${path}: ${serving.url}${door}\nStop it with Ctrl+C.\n`);
  await stopped();
  await serving.close();
  await room.close();
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === "EADDRINUSE") return "another program listens there; give another --port";
  if (code === "EACCES") return "that needs rights this user does not have";
  if (code === "EADDRNOTAVAIL") return "that is no address of this machine";
  return message;
}

function portValue(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new InvalidArgumentError("Expected a port from 0 to 65535.");
  return port;
}
