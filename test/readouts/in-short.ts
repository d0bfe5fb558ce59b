import { createCoder } from "../../src/coding/coder.ts";
import { withMasthead } from "../../src/document/masthead.ts";

const coder = await createCoder({ minConfidence: 0, strict: true });

/** A text as a government would publish it. */
export interface Readout {
  readonly publisher?: string;
  readonly title?: string;
  readonly text: string;
}

/** The events of a readout of 10 May 2023 in short: "CONSULT NOR, SWE", "ACCUSE NOR -> IRN; negated"; codes are sorted. */
export function eventsOf({ text, ...circumstances }: Readout): string[] {
  const document = { id: "test", language: "en", date: "2023-05-10", text, ...circumstances };
  return coder.code(withMasthead(document)).events.map(({ type, actors, recipients, status }) => {
    const codes = (parties: typeof actors) =>
      parties
        .map(({ code }) => code)
        .sort()
        .join(", ");
    const whom = recipients.length === 0 ? "" : ` -> ${codes(recipients)}`;
    return `${type} ${codes(actors)}${whom}${status === "occurred" ? "" : `; ${status}`}`;
  });
}
