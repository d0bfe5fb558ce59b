import type { Token } from "../language/parsed-document.ts";

/** Whether a thing is named as one that is not known before: "a court", "the new court". */
export function isNew(thing: Token): boolean {
  return thing.children.some(
    ({ relation, lowerText }) =>
      (relation === "det" && /^an?$/.test(lowerText)) || (relation === "amod" && lowerText === "new"),
  );
}
