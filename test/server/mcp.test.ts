import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAIN } from "../cli/run-cli.ts";
import { codedStore, type RoomProcess, serveStore, type TestStore } from "./room-process.ts";

let store: TestStore;
let room: RoomProcess;
const clients: Client[] = [];
beforeAll(async () => {
  store = codedStore();
  room = await serveStore(store.path);
}, 120_000);
afterAll(async () => {
  for (const client of clients) await client.close();
  await room.stop();
  store.remove();
});

const TRANSPORTS = {
  "standard input and output": () =>
    new StdioClientTransport({ command: process.execPath, args: [MAIN, "serve", store.path, "--mcp"] }),
  HTTP: () => new StreamableHTTPClientTransport(new URL("mcp", room.url)),
};

describe.each(Object.entries(TRANSPORTS))("a client over %s", (_name, transport) => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({ name: "test", version: "1" });
    await client.connect(transport() as Parameters<Client["connect"]>[0]);
    clients.push(client);
  }, 60_000);

  async function call(name: string, given: Record<string, unknown>) {
    const { content, isError } = await client.callTool({ name, arguments: given });
    const [{ text }] = content as [{ text: string }];
    return { isError: isError === true, text };
  }

  it("finds five tools that only read, each with a schema", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      "code_text",
      "document",
      "events",
      "pair",
      "search",
    ]);
    for (const { inputSchema, annotations } of tools) {
      expect(inputSchema.type).toBe("object");
      expect(annotations?.readOnlyHint).toBe(true);
    }
  });

  it("goes from words to a document to a pair", async () => {
    const found = JSON.parse((await call("search", { q: "telephoned Erdogan" })).text);
    const [{ id }] = found.documents;
    expect(id).toContain("turkey-russia");
    const read = JSON.parse((await call("document", { id })).text);
    expect(read.coded.events.length).toBeGreaterThan(3);
    const pair = JSON.parse((await call("pair", { a: "RUS", b: "TUR" })).text);
    expect(pair.n).toBeGreaterThan(3);
    const events = JSON.parse(
      (await call("events", { between: ["RUS", "TUR"], type: "CONSULT", limit: 5 })).text,
    );
    expect(events.events[0].sentence.text.length).toBeGreaterThan(10);
  });

  it("has a text coded", async () => {
    const coded = JSON.parse(
      (await call("code_text", { text: "France condemned Mali.", date: "2022-01-12" })).text,
    );
    expect(coded.events.map(({ type }: { type: string }) => type)).toEqual(["ACCUSE"]);
  });

  it.each([
    ["document", { id: "none" }, "there is no document none in this store"],
    ["events", { status: "perhaps" }, "status"],
    ["events", { cursor: "x" }, "cursor"],
    ["search", {}, "q"],
    ["events", { form: "2020-01-01" }, "form"],
    ["code_text", { text: "x", langauge: "en" }, "langauge"],
  ])("is told what is wrong: %s %j", async (name, given, words) => {
    const { isError, text } = await call(name, given);
    expect(isError).toBe(true);
    expect(text).toContain(words);
  });
});
