import type { Actor, Cast } from "./actor.ts";
import { actorOf } from "./actor-names.ts";
import { mostFrequent } from "./most-frequent.ts";
import { countryItself, namedActor } from "./name-senses.ts";
import type { Publisher } from "./publishers.ts";
import type { Reading } from "./reading.ts";
import type { Scene } from "./scene.ts";
import { officeOfCountry, senderOf } from "./sender.ts";

/** The government in whose voice a document is written, with the offices that it has. */
export function ownVoice(reading: Reading): Publisher | undefined {
  const publisher = publisherOf(reading);
  if (publisher === undefined) return undefined;
  const { officeHolders } = reading.lexicon;
  // "The President" in a text of Downing Street is a guest.
  const offices = publisher.offices.filter(
    (office) => office !== "president" || !officeHolders.isLedByOthers(publisher.country, office),
  );
  return { ...publisher, offices };
}

/** By the publisher's name or its address, else by what stands above the text. */
function publisherOf(reading: Reading): Publisher | undefined {
  const { publisher, url } = reading.document;
  const { publishers } = reading.lexicon;
  if (publisher === undefined && url === undefined) return senderOf(reading);
  const host = url === undefined ? undefined : hostOf(url);
  return (
    (publisher === undefined ? undefined : publishers.at(publisher.toLowerCase())) ??
    (host === undefined ? undefined : publishers.at(host.toLowerCase())) ??
    (publisher === undefined ? undefined : officeOfCountry(reading.lexicon, publisher)?.publisher)
  );
}

function hostOf(url: string): string | undefined {
  return /^[a-z]+:\/\/([^/:]+)/i.exec(url)?.[1];
}

/** Gives the publisher's country to its own office-holders whom the text names without one; leaders are known by name or not at all. */
export function claimOwnPeople({ document, lexicon }: Reading, cast: Cast, publisher: Publisher): void {
  // "National Security Advisor Tahnoun bin Zayed": the publisher's own one is somebody else.
  const isOwnOffice = (role: string) =>
    publisher.offices.includes(role) &&
    lexicon.officeHolders.inOffice(publisher.country, role, document.date) === undefined;
  for (const actor of cast.people) {
    const isNamed = actor.kind === "person" && actor.nameWords.length > 0;
    if (!isNamed || actor.country !== undefined || actor.code !== undefined) continue;
    // "Leader Berg" of a parliament; presidents are leaders too, but known by name or not at all.
    const isKnownByName = actor.roles.includes("leader") && actor.roles[0] !== "leader";
    const isOwn = isKnownByName
      ? lexicon.officeHolders.hasEverHeld(actor.nameWords, actor.roles, publisher.country)
      : actor.roles.some(isOwnOffice) || servesOwn(actor, publisher);
    if (isOwn) actor.country = publisher.country;
  }
}

// "National Security Advisor to the Vice President Ada Lund": with the office that she serves.
function servesOwn({ roleText }: Actor, { offices }: Publisher): boolean {
  const [, served] = /\bto the ([^,]+)$/.exec(roleText?.toLowerCase() ?? "") ?? [];
  return served !== undefined && offices.includes(served);
}

const MUCH_MORE = 3;

/**
 * Gives foreign leaders and ministers whom the text names without a country the only foreign country that it speaks of, or the
 * one that it speaks of three times as often as of the next: "met with H.E. Foreign Minister Massaoudou Hassoumi. … Niger's …".
 */
export function claimForeignPeople(reading: Reading, cast: Cast, publisher: Publisher): void {
  const homeless = cast.people.filter(
    (actor) =>
      actor.kind === "person" &&
      actor.nameWords.length > 0 &&
      actor.country === undefined &&
      actor.code === undefined &&
      actor.roles.some((role) => /^(leader|minister|national security advisor)$/.test(role)),
  );
  if (homeless.length === 0) return;
  const foreign = reading.names.flatMap((name) => {
    const country = countryItself(namedActor(name));
    return country === undefined || country === publisher.country ? [] : [country];
  });
  const [first, second] = mostFrequent(foreign);
  if (first === undefined || (second !== undefined && first[1] < MUCH_MORE * second[1])) return;
  for (const actor of homeless) actor.country = first[0];
}

/** The country in whose voice the document speaks. */
export function ownCountry({ reading, cast }: Scene, publisher: Publisher): Actor | undefined {
  const known = reading.lexicon.countries.get(publisher.country);
  return known === undefined ? undefined : actorOf(cast, known);
}
