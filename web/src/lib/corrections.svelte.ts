import type { Correction, GivenCorrection } from "../../../src/server/records.ts";
import { send } from "./api.ts";
import { nameOf } from "./names.svelte.ts";
import { dayName, inLine, kindOf, listed } from "./words.ts";

const KEPT_NAME = "dragoman-author";

/** Who corrects here: asked once, and kept in this browser. */
export const author = $state({ name: localStorage.getItem(KEPT_NAME) ?? "" });

export function keepAuthor(name: string): void {
  author.name = name;
  localStorage.setItem(KEPT_NAME, name);
}

export function correct(given: Omit<GivenCorrection, "author">): Promise<Correction> {
  return send<Correction>("POST", "/api/corrections", { ...given, author: author.name.trim() });
}

export async function undo({ id }: Correction): Promise<void> {
  await send("DELETE", `/api/corrections/${encodeURIComponent(id)}`);
}

/** What a correction says, with its author and day. */
export function wordsOfCorrection({ verdict, changes, added, author, at, note }: Correction): string {
  const what = {
    right: "right",
    wrong: "no such event",
    changed: `rather ${changes === undefined ? "something else" : changesText(changes)}`,
    missed: `missed: ${added === undefined ? "an event" : added.map(eventText).join("; ")}`,
  }[verdict];
  return inLine(
    `${what}, says ${author}, ${dayName(at.slice(0, 10))}${note === undefined ? "" : ` (“${note}”)`}`,
  );
}

function changesText({ type, mode, status, actors, recipients }: NonNullable<Correction["changes"]>): string {
  return [
    ...(type === undefined ? [] : [kindOf({ type, mode })]),
    ...(status === undefined ? [] : [status]),
    ...(actors === undefined ? [] : [`by ${named(actors)}`]),
    ...(recipients === undefined ? [] : [`to ${named(recipients)}`]),
  ].join(", ");
}

function eventText({ type, mode, actors, recipients }: NonNullable<Correction["added"]>[number]): string {
  return `${kindOf({ type, mode })} by ${named(actors)}${recipients.length > 0 ? ` to ${named(recipients)}` : ""}`;
}

function named(parties: readonly { readonly name: string }[]): string {
  return parties.length === 0 ? "nobody" : listed([...new Set(parties.map(({ name }) => nameOf(name)))]);
}
