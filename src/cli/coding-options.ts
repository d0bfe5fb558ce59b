import { Option } from "commander";
import { MIN_CONFIDENCE } from "../coding/confidence.ts";
import { shareValue } from "./option-values.ts";

/** The option by which commands code nothing but what the lexicon has an entry for. */
export function strictOption(): Option {
  return new Option(
    "--strict",
    "code only words with an entry; do not read unknown verbs like their nearest, nor guess whom a deed is done to",
  );
}

/** The option that says how sure an event must be to be written. */
export function minConfidenceOption(): Option {
  return new Option("--min-confidence <0-1>", "leave out events less sure than this; 0 writes all")
    .argParser(shareValue)
    .default(MIN_CONFIDENCE);
}
