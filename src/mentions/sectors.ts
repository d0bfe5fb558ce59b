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

/**
 * The sectors of an office where its country is known: a secretary general of Japan's ruling party is of that party, one of its ministry of the
 * government, and neither of an international organisation.
 *
 * @param sectors the office's own
 * @param body those of the body that it is an office of
 */
export function officeSectors(
  sectors: readonly string[],
  country: string | undefined,
  body: readonly string[] = [],
): readonly string[] {
  if (country === undefined || sectors[0] !== "IGO") return sectors;
  return body.includes("PTY") ? ["PTY"] : ["GOV"];
}
