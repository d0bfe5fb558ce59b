import { contains } from "../document/span.ts";
import type { Token } from "../language/parsed-document.ts";
import type { Voice } from "./attribution.ts";
import type { FoundReport } from "./reports.ts";

/** The speakers in whose words, quoted or said in turn, a token stands; outermost first. */
export function voicesOver(token: Token, reports: readonly FoundReport[]): Voice[] {
  return reports
    .filter(
      ({ isVoice, content, cueSpan }) =>
        isVoice && contains(content, token.span) && !contains(cueSpan, token.span),
    )
    .sort((a, b) => b.content[1] - b.content[0] - (a.content[1] - a.content[0]))
    .map(({ entities, cueSpan }) => ({ entities, cue: cueSpan }));
}
