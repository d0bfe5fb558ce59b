/*
 * Readers of the exchange formats, written from their documentation and from nothing in this folder: GDELT's codebook 2.0, the R package
 * icews (read_events_tsv: tab-separated, no quoting, text but for the columns named here), phoenix_pipeline's postprocess.py, and the
 * header of POLECAT's files.
 */

/** Rows of a tab-separated file without quoting, each with as many cells as the layout has columns. */
function cells(text: string, columns: number): string[][] {
  if (!text.endsWith("\n")) throw new Error("the last line has no end");
  const rows = text.slice(0, -1).split("\n");
  return rows.map((line, index) => {
    const row = line.split("\t");
    if (row.length !== columns)
      throw new Error(`line ${index + 1} has ${row.length} columns, not ${columns}`);
    return row;
  });
}

function number(cell: string | undefined): number | undefined {
  if (cell === undefined || cell === "") return undefined;
  if (!/^-?\d+(\.\d+)?$/.test(cell)) throw new Error(`no number: ${cell}`);
  return Number(cell);
}

function named(header: readonly string[], row: readonly string[]): Record<string, string> {
  return Object.fromEntries(header.map((name, index) => [name, row[index] as string]));
}

export function readGdelt(text: string) {
  return cells(text, 61).map((row) => ({
    globalEventId: number(row[0]),
    sqlDate: number(row[1]),
    monthYear: number(row[2]),
    year: number(row[3]),
    fractionDate: number(row[4]),
    actor1: { code: row[5], name: row[6], country: row[7], group: row[8], types: row.slice(12, 15) },
    actor2: { code: row[15], name: row[16], country: row[17], group: row[18], types: row.slice(22, 25) },
    isRootEvent: number(row[25]),
    eventCode: row[26],
    eventBaseCode: row[27],
    eventRootCode: row[28],
    quadClass: number(row[29]),
    goldstein: number(row[30]),
    numMentions: number(row[31]),
    numSources: number(row[32]),
    numArticles: number(row[33]),
    avgTone: number(row[34]),
    actor1GeoType: number(row[35]),
    actor2GeoType: number(row[43]),
    actionGeo: {
      type: row[51],
      name: row[52],
      country: row[53],
      latitude: number(row[56]),
      longitude: number(row[57]),
    },
    dateAdded: row[59],
    sourceUrl: row[60],
  }));
}

export function readIcews(text: string) {
  const [header = [], ...rows] = cells(text, 20);
  return rows.map((row) => {
    const event = named(header, row);
    return {
      ...event,
      "Event ID": number(event["Event ID"]),
      Intensity: number(event.Intensity),
      "Story ID": number(event["Story ID"]),
      "Sentence Number": number(event["Sentence Number"]),
      Latitude: number(event.Latitude),
      Longitude: number(event.Longitude),
    } as Record<string, string | number | undefined>;
  });
}

const PHOENIX =
  "id date year month day source source_root source_agent source_others target target_root target_agent target_others code root_code quad_class goldstein issues lat lon placeName stateName countryName ids urls sources".split(
    " ",
  );

export function readPhoenix(text: string) {
  return cells(text, 26).map((row) => named(PHOENIX, row));
}

const POLECAT =
  "Event ID;Event Date;Event Type;Event Mode;Intensity;Quad Code;Contexts;Actor Name;Actor Country;Actor COW;Primary Actor Sector;Actor Sectors;Actor Title;Actor Name Raw;Wikipedia Actor ID;Recipient Name;Recipient Country;Recipient COW;Primary Recipient Sector;Recipient Sectors;Recipient Title;Recipient Name Raw;Wikipedia Recipient ID;Placename;City;District;Province;Country;Latitude;Longitude;GeoNames ID;Raw Placename;Feature Type;Source;Publication Date;Story People;Story Organizations;Story Locations;Language;Version".split(
    ";",
  );

/** "None" is nothing; several values of a cell are a list. */
export function readPolecat(text: string) {
  const [header = [], ...rows] = cells(text, 40);
  if (header.join() !== POLECAT.join()) throw new Error("the header is not POLECAT's");
  return rows.map((row) =>
    Object.fromEntries(
      POLECAT.map((name, index) => {
        const cell = row[index] as string;
        return [name, cell === "None" ? null : cell.includes(";") ? cell.split(";") : cell];
      }),
    ),
  );
}
