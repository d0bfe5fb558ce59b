import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dragoman, MAIN, plainEnvironment } from "../cli/run-cli.ts";
import { HOSTILE_DOCUMENT } from "./hostile-document.js";

/** A store in a folder of its own. */
export interface TestStore {
  readonly path: string;
  remove(): void;
}

/** Codes the bundled examples and a hostile document into a store. */
export function codedStore(): TestStore {
  const folder = mkdtempSync(join(tmpdir(), "dragoman-room-"));
  const path = join(folder, "room.duckdb");
  const hostile = join(folder, "hostile.jsonl");
  writeFileSync(hostile, `${JSON.stringify(HOSTILE_DOCUMENT)}\n`);
  const examples = fileURLToPath(new URL("../../examples/", import.meta.url));
  const texts = readdirSync(examples).filter((name) => /\.(txt|jsonl)$/.test(name));
  const { status, stderr } = dragoman(["code", ...texts.sort(), hostile, "--out", path], { cwd: examples });
  if (status !== 0) throw new Error(`the examples could not be coded: ${stderr}`);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A reading room in a process of its own. */
export interface RoomProcess {
  /** Where it is, with a slash at the end. */
  readonly url: string;
  /** What it has written on standard error. */
  errors(): string;
  stop(): Promise<number | null>;
}

/** Starts `dragoman serve` on a port that is free, and waits until it is open. */
export async function serveStore(path: string, options: readonly string[] = []): Promise<RoomProcess> {
  const child = spawn(process.execPath, [MAIN, "serve", path, "--port", "0", ...options], {
    env: plainEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  return { url: await printedAddress(child, () => errors), errors: () => errors, stop: () => ended(child) };
}

function printedAddress(child: ChildProcess, errors: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      const address = /(http:\S+)\n/.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", (status) => reject(new Error(`serve ended with ${status}: ${errors()}`)));
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once("exit", (status) => resolve(status));
    child.kill("SIGTERM");
  });
}
