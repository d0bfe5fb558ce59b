/** PLOVER's types, with CONCEDE and RETREAT as one: the classes of the PLV gold. */
export type RootClass = string;

/** The root class of a PLOVER type of 2021 or of the draft of 2016 (DEMAND, DISAPPROVE, INVESTIGATE, FIGHT); `NONE` for no type. */
export function rootClassOf(type: string | undefined): RootClass {
  return type === undefined ? "NONE" : (ROOT_OF.get(type) ?? type);
}

const ROOT_OF: ReadonlyMap<string, RootClass> = new Map([
  ["CONCEDE", "YIELD"],
  ["RETREAT", "YIELD"],
  ["DEMAND", "REQUEST"],
  ["DISAPPROVE", "ACCUSE"],
  ["INVESTIGATE", "ACCUSE"],
  ["FIGHT", "ASSAULT"],
]);
