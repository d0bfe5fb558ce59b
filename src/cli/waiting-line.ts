import { duration } from "./figures.ts";

/** Milliseconds after which work that goes on is told of, and told again. */
const PAUSE = 1000;

/**
 * Says on a stream what is being waited for, and how long already; nothing where it takes less than a second. On a terminal
 * it is one line that is taken away at the end; elsewhere each thing is told once.
 */
export class WaitingLine {
  readonly #stream: NodeJS.WriteStream;
  readonly #startedAt = performance.now();
  readonly #timer: NodeJS.Timeout;
  #words = "";
  #told = "";

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
    this.#timer = setInterval(() => this.#tell(), PAUSE);
  }

  /** What is being done from now on. */
  say(words: string): void {
    this.#words = words;
  }

  end(): void {
    clearInterval(this.#timer);
    if (this.#told !== "" && this.#stream.isTTY) this.#stream.write("\r\x1b[2K");
  }

  #tell(): void {
    if (this.#words === "") return;
    if (this.#stream.isTTY) {
      const line = `${this.#words} … ${duration(performance.now() - this.#startedAt)}`;
      this.#stream.write(`\r\x1b[2K${line.slice(0, this.#stream.columns - 1)}`);
    } else if (this.#told !== this.#words) this.#stream.write(`${this.#words} …\n`);
    this.#told = this.#words;
  }
}
