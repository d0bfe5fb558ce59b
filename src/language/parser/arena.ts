import { KernelMemory } from "./kernels.ts";

const START = 1024;

/** Space in kernel memory handed out piece by piece: first pieces that stay, then pieces for one run at a time. */
export class Arena {
  readonly memory: KernelMemory;
  #top = START;
  #kept = START;

  constructor(bytes: number) {
    this.memory = new KernelMemory(bytes);
  }

  /** Byte offset of a piece of memory whose values are left as they are; the memory grows when needed. */
  take(floats: number): number {
    const at = this.#top;
    this.#top += Math.ceil(floats / 8) * 32;
    this.memory.reserve(this.#top);
    return at;
  }

  /** A piece filled with values. */
  keep(values: Float32Array): number {
    const at = this.take(values.length);
    this.memory.floats.set(values, at >> 2);
    return at;
  }

  /** What was taken so far stays. */
  seal(): void {
    this.#kept = this.#top;
  }

  /** Gives back all pieces taken since `seal`. */
  reset(): void {
    this.#top = this.#kept;
  }
}
