import { expect, it } from "vitest";
import { rootClassOf } from "./root-class.ts";

it.each([
  ["CONCEDE", "YIELD"],
  ["RETREAT", "YIELD"],
  ["DISAPPROVE", "ACCUSE"],
  ["FIGHT", "ASSAULT"],
  ["AGREE", "AGREE"],
  [undefined, "NONE"],
])("the root class of %s is %s", (type, root) => {
  expect(rootClassOf(type)).toBe(root);
});
