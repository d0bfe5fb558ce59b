import pc from "picocolors";

/** Functions that colour a piece of text. */
export type Colours = ReturnType<typeof pc.createColors>;

/** What may be known of the stream that is written to, and of what the user asked for. */
export interface ColourWishes {
  /** Node leaves `isTTY` undefined on a pipe, whatever its types say. */
  readonly isTerminal: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** False where `--no-color` was given. */
  readonly isAllowed: boolean;
}

/**
 * Whether to write colours: on a terminal, unless `--no-color`, `NO_COLOR` or a dumb terminal says no; elsewhere
 * only where `FORCE_COLOR` (not 0) says yes. The flag wins over the environment, and NO_COLOR over FORCE_COLOR.
 * @see https://no-color.org and https://force-color.org
 */
export function wantsColours({ isTerminal, env, isAllowed }: ColourWishes): boolean {
  if (!isAllowed || (env.NO_COLOR ?? "") !== "") return false;
  const forced = env.FORCE_COLOR ?? "";
  if (forced !== "") return forced !== "0" && forced !== "false";
  return isTerminal === true && env.TERM !== "dumb";
}

/** Functions that colour text, or leave it alone. */
export function coloursFor(wishes: ColourWishes): Colours {
  return pc.createColors(wantsColours(wishes));
}

const NARROWEST = 40;
const USUAL = 80;
const WIDEST = 120;

/** Columns a table may fill: the terminal's, up to 120; 80 where there is none. */
export function tableWidth(columns: number | undefined): number {
  return Math.max(NARROWEST, Math.min(columns ?? USUAL, WIDEST));
}
