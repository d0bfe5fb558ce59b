import { beforeAll, expect, it } from "vitest";
import { createCoder, type DocumentCoder } from "../../src/coding/coder.ts";

let coder: DocumentCoder;
beforeAll(async () => {
  coder = await createCoder({ minConfidence: 0, strict: true });
});

/** Who does what to whom, by code: "CONSULT NZLGOV NZLLEG > -". */
function coded(publisher: string, title: string, text: string): string[] {
  const codes = (parties: readonly { code: string }[]) => parties.map(({ code }) => code).join(" ") || "-";
  return coder
    .code({ id: "x", language: "en", date: "2024-05-06", publisher, title, text })
    .events.map(({ type, actors, recipients }) => `${type} ${codes(actors)} > ${codes(recipients)}`);
}

it.each([
  [
    "a text about home affairs has its own mayors and legislators",
    "gov.ie",
    "Minister meets councils on flood defences",
    "Senior officials met today with mayors and the lawmakers of the flooded counties. The mayors thanked the task force.",
    ["CONSULT IRLGOV IRLGOV IRLLEG > -", "SUPPORT IRLGOV > IRLGOV"],
  ],
  [
    "one about a visit does not say whose they are",
    "gov.ie",
    "Minister visits Ghana",
    "The delegation travelled across Ghana. Senior officials met today with mayors.",
    ["CONSULT ---GOV ---GOV > -"],
  ],
  [
    "nor does one that names many from abroad",
    "gov.ie",
    "Minister speaks on the floods",
    "Ghana and Togo asked for tents. Senior officials met today with mayors.",
    ["REQUEST GHA TGO > -", "CONSULT ---GOV ---GOV > -"],
  ],
  [
    "a newspaper has no offices of its own",
    "The Daily Post",
    "Talks on flood defences",
    "Senior officials met today with mayors.",
    ["CONSULT ---GOV ---GOV > -"],
  ],
  [
    "leaders and lawyers of home affairs are nobody's officials",
    "gov.ie",
    "Minister meets charities",
    "The minister met lawyers and foreign officials on Monday.",
    ["CONSULT IRLGOV ---JUD ---GOV > -"],
  ],
  [
    "whom a title begins with is the publisher's",
    "state.gov",
    "Readout of Senior Director to the Council Orla Quist’s Travel to Chad",
    "Senior Director Orla Quist met with the foreign minister of Chad on Monday.",
    ["CONSULT USAGOV TCDGOV > -"],
  ],
  [
    "not whom it names behind with",
    "state.gov",
    "Meeting with Senior Director Orla Quist",
    "The Secretary met with Senior Director Orla Quist and the foreign minister of Chad on Monday.",
    ["CONSULT USAGOV ---GOV TCDGOV > -"],
  ],
  [
    "an adviser to the own vice president",
    "whitehouse.gov",
    "Talks on Chad",
    "National Security Advisor to the Vice President Orla Quist met with the foreign minister of Chad on Monday.",
    ["CONSULT USAGOV TCDGOV > -"],
  ],
  [
    "not one to another country's",
    "whitehouse.gov",
    "Talks on Chad",
    "The President met with Orla Quist, Senior Adviser to the President of Chad, on Monday.",
    ["CONSULT USAGOV TCDGOV > -"],
  ],
  [
    "a department in its own text",
    "state.gov",
    "Talks in Chad",
    "The Department thanked Chad. The department thanked Mali.",
    ["SUPPORT USAGOV > TCD", "SUPPORT USAGOV > MLI"],
  ],
  [
    "a counterpart of one's own minister is the partner's",
    "mea.gov.in",
    "Visit of Foreign Secretary to Nepal",
    "Foreign Secretary Shri Vinay Kwatra held talks with his counterpart, Shri Amrit Rai. They agreed to hold the next meeting of the Joint Commission in Kathmandu.",
    ["CONSULT INDGOV NPLGOV > -", "AGREE INDGOV NPLGOV > -"],
  ],
  [
    "or the only other one who is named",
    "elysee.fr",
    "Call",
    "President Emmanuel Macron spoke with the President of Senegal, Bassirou Diomaye Faye. He congratulated his counterpart.",
    ["CONSULT FRAGOV SENGOV > -", "SUPPORT FRAGOV > SENGOV"],
  ],
  [
    "not one of two",
    "elysee.fr",
    "Call",
    "President Emmanuel Macron spoke with the President of Senegal, Bassirou Diomaye Faye, and President Duda of Poland. He congratulated his counterpart.",
    ["CONSULT FRAGOV SENGOV POLGOV > -", "SUPPORT FRAGOV > ---GOV"],
  ],
  [
    "one's conduct is nobody",
    "gov.ie",
    "Call with the President of Ghana",
    "The Taoiseach thanked President Addo of Ghana and praised Ghana's strong leadership on health.",
    ["SUPPORT IRLGOV > GHAGOV", "SUPPORT IRLGOV > GHA"],
  ],
  [
    "whoever leads is",
    "gov.ie",
    "Visit to Ghana",
    "Minister Aoife Burke met with the Ghanaian leadership in Accra.",
    ["CONSULT IRLGOV GHAGOV > -"],
  ],
])("%s", (_why, publisher, title, text, expected) => {
  expect(coded(publisher, title, text)).toEqual(expected);
});
