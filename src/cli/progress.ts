import { counted, duration, rate } from "./figures.ts";

const FIRST_SHOWN_MS = 1000;
const REDRAWN_MS = 100;
const BAR_COLUMNS = 24;

export interface ProgressOptions {
  readonly stream: NodeJS.WriteStream;
  /** Bytes there are to read; without it no share and no time left are shown. */
  readonly totalBytes?: number;
  /** Milliseconds, from any start. */
  readonly now: () => number;
}

/** A line on the terminal that says how far the work is; shown when it lasts longer than a second. */
export class ProgressBar {
  readonly #options: ProgressOptions;
  readonly #startedAt: number;
  #drawnAt = 0;
  #isShown = false;

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#startedAt = options.now();
  }

  /** Says how much is done; draws if it is time to. */
  advance(documents: number, bytesRead: number): void {
    const now = this.#options.now();
    const elapsedMs = now - this.#startedAt;
    if (elapsedMs < FIRST_SHOWN_MS || now - this.#drawnAt < REDRAWN_MS) return;
    this.#drawnAt = now;
    this.#isShown = true;
    const { stream, totalBytes } = this.#options;
    const line = progressLine({ documents, bytesRead, totalBytes, elapsedMs });
    stream.write(`\r\x1b[2K${line.slice(0, stream.columns - 1)}`);
  }

  /** Takes the line away, so that other text can be written; the next `advance` brings it back. */
  clear(): void {
    if (!this.#isShown) return;
    this.#options.stream.write("\r\x1b[2K");
    this.#isShown = false;
  }
}

interface Progress {
  readonly documents: number;
  readonly bytesRead: number;
  readonly totalBytes: number | undefined;
  readonly elapsedMs: number;
}

/** "██████░░░░░░  52 %  1,204 documents  310/s  3 s left" */
export function progressLine({ documents, bytesRead, totalBytes, elapsedMs }: Progress): string {
  const speed = `${counted(documents, "document")}  ${rate(documents, elapsedMs)}/s`;
  if (totalBytes === undefined || totalBytes === 0) return speed;
  const share = Math.min(1, bytesRead / totalBytes);
  const filled = Math.round(share * BAR_COLUMNS);
  const bar = "█".repeat(filled) + "░".repeat(BAR_COLUMNS - filled);
  const left = share > 0 ? `  ${duration((elapsedMs * (1 - share)) / share)} left` : "";
  return `${bar}  ${String(Math.floor(share * 100)).padStart(3)} %  ${speed}${left}`;
}
