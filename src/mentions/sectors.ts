/** PLOVER's sector codes, with IGO and NGO for international and non-governmental organisations and MNC for companies. */
export const SECTORS = [
  "AGR",
  "BUS",
  "COP",
  "CRM",
  "CVL",
  "EDU",
  "ELI",
  "GOV",
  "IGO",
  "JRN",
  "JUD",
  "LAB",
  "LEG",
  "MED",
  "MIL",
  "MNC",
  "NGO",
  "OPP",
  "PRE",
  "PRM",
  "PTY",
  "REB",
  "REF",
  "REL",
  "SOC",
  "SPY",
  "UAF",
  "UNK",
] as const;

const KNOWN: ReadonlySet<string> = new Set(SECTORS);

export function isSector(code: string): boolean {
  return KNOWN.has(code);
}

/** Where CAMEO's agent code for a sector is another than PLOVER's: there MED is media and HLH medical. */
const AGENT_OF_SECTOR: Readonly<Record<string, string>> = {
  JRN: "MED",
  MED: "HLH",
  PRM: "MIL",
  PRE: "SEP",
  SOC: "CVL",
  UNK: "",
};

/**
 * The CAMEO-style code of an actor, country first: `CHNGOV`.
 * @param coded what a dictionary says in the sectors' stead, with "~" in the country's place: `~GOVFRM`
 * @returns "---" followed by the agent where no country is known, "---" where nothing is
 */
export function actorCode(country: string | undefined, sectors: readonly string[], coded?: string): string {
  if (coded !== undefined) return coded.replace("~", country ?? "---");
  const [sector] = sectors;
  const agent = sector === undefined ? "" : (AGENT_OF_SECTOR[sector] ?? sector);
  return `${country ?? "---"}${agent}`;
}
