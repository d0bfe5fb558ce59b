import type { Place } from "../coding/explanation.ts";

// The relations of Universal Dependencies (a closed list) as a reader who is no linguist would call them.
const RELATION_WORDS: Readonly<Record<string, string>> = {
  acl: "describes",
  "acl:relcl": "clause about",
  advcl: "clause beside",
  advmod: "adverb",
  amod: "adjective",
  appos: "also called",
  aux: "auxiliary",
  "aux:pass": "passive auxiliary",
  case: "preposition",
  cc: "joining word",
  ccomp: "clause",
  compound: "in one name with",
  "compound:prt": "particle",
  conj: "joined",
  cop: "form of be",
  csubj: "subject clause",
  det: "article",
  dislocated: "moved out",
  discourse: "aside",
  expl: "filler",
  fixed: "fixed phrase",
  flat: "name, continued",
  goeswith: "split word",
  iobj: "indirect object",
  list: "list",
  mark: "conjunction",
  nmod: "phrase",
  "nmod:poss": "owner",
  "nmod:tmod": "time",
  nsubj: "subject",
  "nsubj:pass": "subject, undergoing",
  nummod: "number",
  obj: "object",
  obl: "phrase",
  "obl:agent": "agent",
  "obl:tmod": "time",
  orphan: "left over",
  parataxis: "loose clause",
  punct: "punctuation",
  root: "top",
  vocative: "addressed",
  xcomp: "clause",
};

/** A relation in plain words: "subject" for `nsubj`; one that is not known keeps its own name. */
export function relationWords(relation: string): string {
  return RELATION_WORDS[relation] ?? RELATION_WORDS[relation.split(":")[0] as string] ?? relation;
}

/** Where a phrase stands, in plain words: `subject of "met"`, `after "with", beside "met"`. */
export function placeWords({ relation, preposition, governor }: Place): string {
  if (governor === undefined) return "at the top of its sentence";
  if (preposition !== undefined) return `after "${preposition}", beside "${governor}"`;
  switch (relation.split(":")[0]) {
    case "amod":
    case "compound":
      return `before "${governor}"`;
    case "nsubj":
      return relation === "nsubj:pass"
        ? `undergoing "${governor}" (passive subject)`
        : `subject of "${governor}"`;
    default:
      return relation === "nmod:poss"
        ? `owner of "${governor}"`
        : `${relationWords(relation)} of "${governor}"`;
  }
}
