import type { Token } from "../language/parsed-document.ts";
import { perToken } from "./per-token.ts";

const RELATIVE_WORDS = new Set(["who", "whom", "which", "that", "whose"]);

/** The noun a relative word stands for ("police" for "who" in "police who fired"); any other token itself. */
export const referent = perToken((token: Token): Token => {
  if (token.upos !== "PRON" && token.upos !== "DET" && token.upos !== "SCONJ") return token;
  if (!RELATIVE_WORDS.has(token.lowerText)) return token;
  for (let clause = token.head; clause !== null; clause = clause.head) {
    if (clause.deprel === "acl:relcl" && clause.head !== null) return clause.head;
  }
  return token;
});
