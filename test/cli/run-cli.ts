import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The compiled command line: `npm test` builds first. */
export const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

export interface CliRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  /** What standard input brings; nothing by default. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** An environment that asks for nothing about colours. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { NO_COLOR: _no, FORCE_COLOR: _force, DRAGOMAN_DEBUG: _debug, ...env } = process.env;
  return env;
}

/** Runs `dragoman` as a process of its own, not on a terminal. */
export function dragoman(args: readonly string[], { cwd, input = "", env = {} }: CliOptions = {}): CliRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: "utf8",
    input,
    env: { ...plainEnvironment(), ...env },
    maxBuffer: 64 * 1024 * 1024,
    ...(cwd === undefined ? {} : { cwd }),
  });
  return { status, stdout, stderr };
}
