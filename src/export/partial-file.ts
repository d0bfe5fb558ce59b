import { existsSync, realpathSync } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { brokenOff, checkWritable } from "../store/output-error.ts";

/** Characters gathered before they go to the disk. */
const BUFFERED_CHARACTERS = 1 << 18;

/**
 * The name a file has until it is complete, beside the one it will have: a run that is cut off leaves what was there
 * before. A link is followed, so that it goes on pointing to the file.
 */
export function partialName(path: string): { readonly partial: string; readonly final: string } {
  const final = existsSync(path) ? realpathSync(path) : path;
  return { partial: join(dirname(final), `.${basename(final)}.${process.pid}.partial`), final };
}

/** A text file in UTF-8 that has its name only when it is complete. */
export class PartialFile {
  readonly #path: string;
  readonly #partial: string;
  readonly #final: string;
  readonly #handle: FileHandle;
  #pieces: string[] = [];
  #characters = 0;

  private constructor(path: string, names: { partial: string; final: string }, handle: FileHandle) {
    this.#path = path;
    this.#partial = names.partial;
    this.#final = names.final;
    this.#handle = handle;
  }

  /** @throws OutputError in one sentence where the path cannot be written to */
  static async open(path: string): Promise<PartialFile> {
    await checkWritable(path);
    const names = partialName(path);
    try {
      return new PartialFile(path, names, await open(names.partial, "w"));
    } catch (error) {
      throw brokenOff(path, error);
    }
  }

  /** Resolves when more can be taken. */
  async write(text: string): Promise<void> {
    this.#pieces.push(text);
    this.#characters += text.length;
    if (this.#characters < BUFFERED_CHARACTERS) return;
    await this.#flush().catch((error: unknown) => Promise.reject(brokenOff(this.#path, error)));
  }

  /** Completes the file and gives it its name. */
  async close(): Promise<void> {
    try {
      await this.#flush();
      await this.#handle.close();
      await rename(this.#partial, this.#final);
    } catch (error) {
      await this.abort();
      throw brokenOff(this.#path, error);
    }
  }

  /** Takes away what was written. */
  async abort(): Promise<void> {
    this.#pieces = [];
    await this.#handle.close().catch(() => undefined); // already closed, or failing: it goes either way
    await rm(this.#partial, { force: true });
  }

  async #flush(): Promise<void> {
    const text = this.#pieces.join("");
    this.#pieces = [];
    this.#characters = 0;
    await this.#handle.writeFile(text);
  }
}
