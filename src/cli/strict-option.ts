import { Option } from "commander";

/** The option by which commands code nothing but what the lexicon has an entry for. */
export function strictOption(): Option {
  return new Option(
    "--strict",
    "code only words with an entry; do not read unknown verbs like their nearest",
  );
}
