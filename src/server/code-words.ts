/** PLOVER's sectors, for readers. */
export const SECTORS: Readonly<Record<string, string>> = {
  AGR: "farming",
  BUS: "business",
  COP: "police",
  CRM: "criminals",
  CVL: "civilians",
  EDU: "education",
  ELI: "elites",
  GOV: "government",
  IGO: "intergovernmental organisations",
  JRN: "journalists and media",
  JUD: "courts",
  LAB: "labour",
  LEG: "parliaments",
  MED: "medicine and health",
  MIL: "military",
  MNC: "multinational companies",
  NGO: "non-governmental organisations",
  OPP: "opposition",
  PRE: "separatists",
  PRM: "paramilitary",
  PTY: "parties",
  REB: "rebels",
  REF: "refugees",
  REL: "religious",
  SOC: "society",
  SPY: "intelligence",
  UAF: "unidentified armed forces",
  UNK: "unknown",
};

/** Parts of CAMEO's actor codes, where they mean something else than the sector of the same letters, or are none. */
const AGENTS: Readonly<Record<string, string>> = {
  ...SECTORS,
  HLH: "medicine and health",
  IMG: "international militant group",
  INS: "insurgents",
  MED: "media",
  NGM: "non-governmental movement",
  SEP: "separatists",
};

/**
 * A CAMEO-style actor code in words: "China, government" for CHNGOV, "civilians" for ---CVL. Parts that name one organisation
 * are left out, since its name stands beside its code; `undefined` for what is no such code.
 * @param countries names by code
 */
export function codeWords(code: string, countries: Readonly<Record<string, string>>): string | undefined {
  if (!/^(?:[A-Z]{3}|---)(?:[A-Z]{3}){0,4}$/.test(code)) return undefined;
  const [first = "", ...others] = code.match(/.{3}/g) ?? [];
  const country = countries[first];
  const agents = [...(country === undefined ? [first] : []), ...others];
  const words = agents.flatMap((part) => AGENTS[part] ?? countries[part] ?? []);
  const told = country === undefined ? words : [country, ...words];
  return told.length === 0 ? undefined : told.join(", ");
}
