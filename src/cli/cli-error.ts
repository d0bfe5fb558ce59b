/** The command line was wrong. */
export const EXIT_USAGE = 2;
/** Some documents could not be read or coded, or the work could not be done. */
export const EXIT_FAILURE = 1;
/** Stopped from the keyboard: 128 and the number of SIGINT, as shells have it. */
export const EXIT_INTERRUPTED = 130;

/** Ends a command with one sentence on standard error and an exit status; no stack is shown. */
export class CliError extends Error {
  readonly exitStatus: number;

  constructor(message: string, exitStatus: number = EXIT_USAGE, options?: ErrorOptions) {
    super(message, options);
    this.name = "CliError";
    this.exitStatus = exitStatus;
  }
}
