import { ROOT } from "../language/parsed-document.ts";
import type { Actor } from "./actor.ts";
import type { Discourse, Placed } from "./discourse.ts";
import { deprelOf, headOf, relationOf, TAG, textOf } from "./reading.ts";

/** Who met whom in a sentence: those who are its main subject, and those whom its verb joins with them. */
export interface Encounter {
  readonly hosts: readonly Actor[];
  readonly guests: readonly Actor[];
}

/** The encounter of which a sentence tells: "Berg met with Ruiz", "Berg held a call with leaders of the region"; undefined where it joins nobody. */
export function encounterIn(discourse: Discourse, sentence: number): Encounter | undefined {
  const [subject] = discourse.subjectsIn(sentence);
  if (subject === undefined) return undefined;
  const hosts = discourse.coordinated(subject);
  const guests = partnersOf(discourse, subject).filter((actor) => !hosts.includes(actor));
  return hosts.length + guests.length < 2 ? undefined : { hosts, guests };
}

/** Sentences among which a text first says who met: lines of its office and its spokesperson may stand before. */
const OPENING_SENTENCES = 5;

/** The encounter with which a text opens, as far as it stands before a token. */
export function openingEncounter(discourse: Discourse, token: number): Encounter | undefined {
  const own = discourse.parsed.sentenceOf(token);
  for (let sentence = 0; sentence < Math.min(own, OPENING_SENTENCES); sentence++) {
    const encounter = encounterIn(discourse, sentence);
    if (encounter !== undefined) return encounter;
  }
  return undefined;
}

/** Persons, and people whom one meets, that a subject's verb joins it with: "met Berg", "convened legislators and advocates", "held a call with leaders". */
export function partnersOf(discourse: Discourse, subject: Placed): Actor[] {
  const { parsed } = discourse;
  const verb = headOf(parsed, subject.head);
  if (verb === ROOT) return [];
  const isMeeting = MEETING.test(parsed.columns.lemma[verb] as string);
  return [...parsed.childrenOf(verb)].flatMap((child) => {
    if (!/^(obj|obl)/.test(deprelOf(parsed, child))) return [];
    const placed = discourse.at(child);
    if (placed === undefined) return talkedWith(discourse, child);
    if (placed === subject || isCompany(discourse, child)) return [];
    const isMet = isWith(discourse, child) || (isMeeting && relationOf(parsed, child) === "obj");
    return discourse
      .coordinated(placed)
      .filter((actor) => actor.kind === "person" || (isMet && isPeople(actor)));
  });
}

/** Verbs whose object takes part: "convened", "hosted"; not "thanked the workers". */
const MEETING = /^(meet|convene|host|gather|receive|join)$/;

// "held a call with Berg and other leaders".
function talkedWith(discourse: Discourse, noun: number): Actor[] {
  const { parsed } = discourse;
  if (relationOf(parsed, noun) !== "obj" || parsed.columns.upos[noun] !== TAG.NOUN) return [];
  return [...parsed.childrenOf(noun)].flatMap((child) => {
    const placed =
      relationOf(parsed, child) === "nmod" && isWith(discourse, child) ? discourse.at(child) : undefined;
    return placed === undefined
      ? []
      : discourse.coordinated(placed).filter((actor) => actor.kind === "person" || isPeople(actor));
  });
}

// "was joined by her adviser": who came along has met nobody.
function isCompany({ parsed }: Discourse, token: number): boolean {
  return (
    /^(join|accompany)$/.test(parsed.columns.lemma[headOf(parsed, token)] as string) &&
    [...parsed.childrenOf(token)].some((child) => /^by$/i.test(textOf(parsed, child)))
  );
}

function isPeople({ kind, plural }: Actor): boolean {
  return kind === "group" && plural;
}

function isWith({ parsed }: Discourse, token: number): boolean {
  return [...parsed.childrenOf(token)].some(
    (child) => relationOf(parsed, child) === "case" && /^with$/i.test(textOf(parsed, child)),
  );
}
