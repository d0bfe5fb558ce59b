/** A mistake in a gold file; the message names the file and the line. */
export class GoldError extends Error {
  override readonly name = "GoldError";

  /** @param line counts from 1 */
  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
  }
}
