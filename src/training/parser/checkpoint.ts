import { existsSync, renameSync } from "node:fs";
import { ModelFile, readModelFile } from "../../language/model-file.ts";
import type { Tape } from "./tape.ts";

/** How far a training has come. */
export interface Progress {
  /** Passes finished. */
  readonly epoch: number;
  /** Updates made. */
  readonly step: number;
  readonly randomState: number;
}

const PROGRESS = "progress";

/** Writes all parameters, with what Adam remembers of them, so that training can go on from here. */
export function saveCheckpoint(path: string, tape: Tape, progress: Progress): void {
  const file = new ModelFile("");
  file.set(PROGRESS, JSON.stringify(progress));
  for (const parameter of tape.parameters)
    for (const part of PARTS) file.set(`${parameter.name}.${part}`, tape.floatsAt(parameter, part).slice());
  // A training stopped while it writes must not lose the checkpoint before.
  file.write(`${path}.new`);
  renameSync(`${path}.new`, path);
}

const PARTS = ["data", "mean", "square"] as const;

/** Puts a checkpoint's values into the parameters; `undefined` when there is none. */
export function restoreCheckpoint(path: string, tape: Tape): Progress | undefined {
  if (!existsSync(path)) return undefined;
  const file = readModelFile(path);
  for (const parameter of tape.parameters)
    for (const part of PARTS)
      tape.floatsAt(parameter, part).set(file.array(`${parameter.name}.${part}`, "Float32"));
  return JSON.parse(file.text(PROGRESS)) as Progress;
}
