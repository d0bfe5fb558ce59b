import type { Token } from "../language/parsed-document.ts";
import { clauseOf, hasInfinitiveMark, isClausal } from "./clauses.ts";
import { members } from "./coordination.ts";
import { counterpart } from "./counterpart.ts";
import { others, type Party } from "./meaning.ts";
import { indirectObjects, patients } from "./objects.ts";
import type { Surroundings } from "./other-side.ts";
import { obliques } from "./phrases.ts";

/** How many clauses up somebody is still spoken to: "told Ruiz that he would try to find ways to cooperate". */
const MOST_CLAUSES_UP = 5;

/** What is asked about the words around whoever speaks. */
type Addressing = Pick<Surroundings, "partiesAt" | "meaningsAt">;

/**
 * Whoever is spoken to where somebody says that they will do something together: "told Ruiz that he is ready to work together",
 * "met with Ruiz and expressed readiness to cooperate", "thanked Ruiz and looks forward to continued cooperation".
 */
export function companions(word: Token, own: readonly Party[], around: Addressing): Party[] {
  let clause = clauseOf(word);
  for (let step = 0; step < MOST_CLAUSES_UP; step++) {
    const { head, relation } = clause;
    if (head === null) return [];
    const told = others(around.partiesAt(toldOf(clause)), own);
    if (told.length > 0) return told;
    if (relation === "conj" && isClausal(head)) {
      const earlier = [head, ...head.dependents("conj")].filter(({ index }) => index < clause.index);
      for (const act of earlier.reverse()) {
        const addressed = others(addressedBy(act, around), own);
        if (addressed.length > 0) return addressed;
      }
    }
    clause = clauseOf(head);
  }
  return [];
}

/** Whoever is spoken to around a word, or with whom the text opens as the other side: see `companions` and `counterpart`. */
export function spokenTo(word: Token, own: readonly Party[], around: Addressing): Party[] {
  const told = companions(word, own, around);
  return told.length > 0 ? told : counterpart(word, own, around.meaningsAt);
}

function addressedBy(act: Token, around: Addressing): Party[] {
  return around
    .meaningsAt(act)
    .flatMap(({ kind: { type }, actors, recipients }) =>
      type === "CONSULT" ? [...actors, ...recipients] : type === "SUPPORT" ? recipients : [],
    );
}

/** To whom a clause speaks: "sent a message to Tokayev, expressing his support", "called Tokayev to express his support". */
export function addresseesOfClause(clause: Token, around: Addressing): Party[] {
  const { head } = clause;
  if (clause.relation !== "advcl" || head === null) return [];
  if (hasInfinitiveMark(clause)) {
    const isTalk = around.meaningsAt(head).some(({ kind }) => kind.type === "CONSULT");
    return isTalk ? around.partiesAt([...patients(head), ...obliques(head, "with")]) : [];
  }
  if (clause.xpos !== "VBG") return [];
  const places = [head, ...patients(head)];
  return around.partiesAt([...indirectObjects(head), ...places.flatMap((place) => obliques(place, "to"))]);
}

// "told Ruiz that he is ready", also where the tree takes the clause for one that says which Ruiz.
function toldOf({ relation, head, children }: Token): readonly Token[] {
  if (head === null) return [];
  if (relation === "ccomp") return [...patients(head), ...indirectObjects(head)];
  const isTold = children.some((child) => child.relation === "mark" && child.lowerText === "that");
  return relation === "acl" && isTold ? members(head) : [];
}
