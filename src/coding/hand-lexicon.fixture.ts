import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CodingLexicon, loadCodingLexicon } from "./coding-lexicon.ts";

/** Blocks of YAML by topic; a topic that is left out is empty. */
export type HandWritten = Partial<
  Readonly<Record<"frames" | "operators" | "light-verbs" | "cues" | "classes", string>>
>;

// Kept while the tests run: the check reads the lines of examples again.
const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/**
 * A lexicon of a few entries: each topic is one file, `frames/hand.yaml`.
 *
 * @throws LexiconError as `loadCodingLexicon` does
 */
export function handLexicon(topics: HandWritten): CodingLexicon {
  const folder = mkdtempSync(join(tmpdir(), "dragoman-lexicon-"));
  folders.push(folder);
  for (const topic of ["frames", "operators", "light-verbs", "cues", "classes"] as const) {
    mkdirSync(join(folder, topic));
    writeFileSync(join(folder, topic, "hand.yaml"), topics[topic] ?? "");
  }
  return loadCodingLexicon(folder);
}

/** A small lexicon with an entry of every kind. */
export const SMALL_LEXICON: HandWritten = {
  frames: `
- frame: condemn
  event: ACCUSE/disapprove
  verbs: [condemn]
  recipient: [owner, object]
- frame: attack
  event: ASSAULT
  verbs: [attack, fire on]
  nouns: [attack]
  unless: [$abstract]
  recipient: [object, on]
- frame: kill
  event: ASSAULT
  verbs: [kill]
  recipient: [object]
- frame: arrest
  event: COERCE/arrest
  verbs: [arrest]
  recipient: [object]
- frame: help
  event: AID
  cameo: "070"
  verbs: [help]
- frame: give weapons
  event: AID
  cameo: "072"
  contexts: [military]
  verbs: [give]
  object: [weapon]
  recipient: [indirect, subject, to]
  actor: [subject]
- frame: meet
  event: CONSULT
  verbs: [meet, speak with, negotiate]
  nouns: [talks]
  parties: reciprocal
- frame: talk by phone
  event: CONSULT/phone
  verbs: [speak by phone]
  parties: reciprocal
- frame: impose sanctions
  event: SANCTION/discontinue
  cameo: "163"
  verbs: [impose sanctions]
  recipient: [on]
- frame: hand over
  event: RETREAT/release
  verbs: [hand over]
  recipient: [to]
- frame: release
  event: RETREAT/release
  verbs: [release]
`,
  operators: `
- operator: REFUSE
  name: refuse
  verbs: [refuse]
  nouns: [refusal]
- operator: OFFER
  name: ready
  adjectives: [ready]
- operator: APPEAL
  name: urge
  verbs: [urge]
  otherwise: REQUEST
- operator: APPEAL
  name: call for
  verbs: [call for]
  content: [object]
  otherwise: REQUEST
- operator: DENY
  name: deny
  verbs: [deny]
  content: [clause]
- operator: FUTURE
  name: future
  modifiers: [will]
- operator: HYPOTHETICAL
  name: possible
  modifiers: [may]
- operator: NEGATE
  name: not
  modifiers: [not]
`,
  "light-verbs": `
- light: hold
  verbs: [hold]
  subject: actor
- light: suffer
  verbs: [suffer]
  subject: recipient
`,
  cues: `
- cue: say
  act: assert
  verbs: [say, tell]
  prepositions: [according to]
- cue: deny
  act: deny
  verbs: [deny]
`,
  classes: `
- class: abstract
  words: [problem]
`,
};
