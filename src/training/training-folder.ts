import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { ModelFile, ModelFileError, readModelFile } from "../language/model-file.ts";

/** Changes when a step learns differently from the same data, so that old parts are not taken for new ones. */
const TRAINING_VERSION = "1";

/** A folder that keeps the finished steps of a training, so that one that was stopped goes on where it was. */
export class TrainingFolder {
  readonly #folder: string;
  readonly #fingerprint: string;
  readonly #language: string;

  /** @param inputs all that the result depends on: contents of files, options */
  constructor(folder: string, language: string, inputs: readonly string[]) {
    const hash = createHash("sha256").update(TRAINING_VERSION);
    for (const input of inputs) hash.update(`\0${input.length}\0`).update(input);
    this.#folder = folder;
    this.#language = language;
    this.#fingerprint = hash.digest("hex").slice(0, 16);
    mkdirSync(folder, { recursive: true });
  }

  /** Where a step with checkpoints of its own may keep them. */
  pathOf(step: string): string {
    return join(this.#folder, `${step}-${this.#fingerprint}`);
  }

  /** The sections of a step: read if the step was finished before, else made by `run` and kept. */
  step(name: string, run: (part: ModelFile) => void): ModelFile {
    const path = this.pathOf(name);
    const finished = existsSync(path) ? readFinished(path) : undefined;
    if (finished !== undefined) return finished;
    const part = new ModelFile(this.#language);
    run(part);
    // A training stopped while it writes must not leave half a part behind.
    part.write(`${path}.new`);
    renameSync(`${path}.new`, path);
    return part;
  }
}

function readFinished(path: string): ModelFile | undefined {
  try {
    return readModelFile(path);
  } catch (error) {
    if (error instanceof ModelFileError) return undefined;
    throw error;
  }
}
