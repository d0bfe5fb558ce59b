import type { Document } from "../../document/document.ts";
import type { ParsedDocument } from "../../language/parsed-document.ts";
import type { DocumentMentions } from "../../mentions/mention.ts";
import { headOfRange } from "../../mentions/reading.ts";
import type { CoreferenceDocument, WordRange } from "./coreference-gold.ts";
import {
  type Cluster,
  COREFERENCE_MEASURES,
  type CoreferenceTallies,
  conllF1,
  coreferenceTallies,
  ratesOf,
  summed,
} from "./coreference-scores.ts";
import { type FoundMention, foundMentions } from "./found-clusters.ts";
import { HOP_OUTCOMES, type Hop, hopsOf } from "./hops.ts";

/** What the chain from text to mentions makes of a document. */
export type ReadMentions = (document: Document) => {
  readonly parsed: ParsedDocument;
  readonly mentions: DocumentMentions;
};

interface JudgedDocument {
  readonly gold: CoreferenceDocument;
  readonly found: readonly FoundMention[];
  /** The head word of a range of words, by our parse. */
  readonly headOf: (range: WordRange) => number;
}

/** Coreference scores by genre, of all clusters and of those of political actors, and the worst hops; ready to print. */
export function coreferenceReport(
  documents: readonly CoreferenceDocument[],
  read: ReadMentions,
  { errors }: { readonly errors: number },
): string {
  const judged = documents.map((gold) => judgedDocument(gold, read));
  const genres = [...new Set(documents.map(({ genre }) => genre))].sort();
  const table = (options: ScoreOptions) => [
    HEADER,
    ...genres.map((genre) =>
      scoreLine(
        genre,
        judged.filter(({ gold }) => gold.genre === genre),
        options,
      ),
    ),
    ...(genres.length > 1 ? [scoreLine("all", judged, options)] : []),
    "",
  ];
  const hops = judged.flatMap(({ gold, found, headOf }) => hopsOf(gold, found, headOf));
  return [
    "Clusters of two mentions or more, as OntoNotes has them; our mentions by the words of their noun phrases.",
    "Dragoman resolves political actors only: persons, bodies, groups, countries. Things, events and ideas count in",
    "the first tables and not in the last, which takes the gold's clusters with a person, an organization or a place.",
    "",
    "all clusters, by exact words",
    ...table({ isExact: true, onlyActors: false }),
    "all clusters, by head word",
    ...table({ isExact: false, onlyActors: false }),
    "clusters of persons, organizations and places, by exact words",
    ...table({ isExact: true, onlyActors: true }),
    "clusters of persons, organizations and places, by head word",
    ...table({ isExact: false, onlyActors: true }),
    ...hopLines(hops),
    "",
    ...wrongLines(hops, errors),
    "",
  ].join("\n");
}

function judgedDocument(gold: CoreferenceDocument, read: ReadMentions): JudgedDocument {
  const { parsed, mentions } = read({ id: gold.id, language: "en", text: gold.text });
  const { start, end } = parsed.columns;
  const headOf = ([first, last]: WordRange) => {
    const from = gold.words[first]?.[0] ?? 0;
    const to = gold.words[last]?.[1] ?? 0;
    const firstToken = end.findIndex((tokenEnd) => tokenEnd > from);
    let endToken = firstToken;
    while (endToken < parsed.tokenCount && (start[endToken] as number) < to) endToken++;
    return headOfRange(parsed, firstToken, endToken);
  };
  return { gold, found: foundMentions(parsed, mentions.actors, gold.words), headOf };
}

interface ScoreOptions {
  readonly isExact: boolean;
  readonly onlyActors: boolean;
}

function talliesOf(
  { gold, found, headOf }: JudgedDocument,
  { isExact, onlyActors }: ScoreOptions,
): CoreferenceTallies {
  const clusters = gold.clusters.filter(({ isActor }) => isActor || !onlyActors);
  const goldKey = (range: WordRange) => (isExact ? range.join() : String(headOf(range)));
  const foundKey = ({ mention, words }: FoundMention) => (isExact ? words.join() : String(mention.head));
  const byChain = new Map<string, FoundMention[]>();
  for (const mention of found) byChain.set(mention.chain, [...(byChain.get(mention.chain) ?? []), mention]);
  return coreferenceTallies(
    distinct(clusters.map(({ mentions }) => mentions.map(goldKey))),
    distinct([...byChain.values()].map((chain) => chain.map(foundKey))),
  );
}

/** Clusters of two or more, each mention in the first that has it. */
function distinct(clusters: readonly Cluster[]): Cluster[] {
  const seen = new Set<string>();
  return clusters.flatMap((cluster) => {
    const fresh = [...new Set(cluster)].filter((key) => !seen.has(key));
    for (const key of fresh) seen.add(key);
    return fresh.length > 1 ? [fresh] : [];
  });
}

const HEADER =
  "genre       documents   mentions P    R    F1      MUC P    R    F1       B³ P    R    F1    CEAFe P    R    F1   CoNLL F1";

function scoreLine(name: string, judged: readonly JudgedDocument[], options: ScoreOptions): string {
  const tallies = summed(judged.map((document) => talliesOf(document, options)));
  const rates = COREFERENCE_MEASURES.map((measure) =>
    ratesOf(tallies[measure])
      .map((rate) => (100 * rate).toFixed(1).padStart(6))
      .join(""),
  );
  const score = (100 * conllF1(tallies)).toFixed(1).padStart(11);
  return `${name.padEnd(12)}${String(judged.length).padStart(9)}  ${rates.join("  ")}${score}`;
}

function hopLines(hops: readonly Hop[]): string[] {
  const forms = [...new Set(hops.map(({ form }) => form))].sort();
  const line = (name: string, of: readonly Hop[]) => {
    const counts = HOP_OUTCOMES.map((outcome) => of.filter((hop) => hop.outcome === outcome).length);
    return `${name.padEnd(12)}${counts.map((count) => String(count).padStart(9)).join("")}`;
  };
  return [
    "mentions of persons, organizations and places that are mentioned before (found by head word)",
    `form        ${HOP_OUTCOMES.map((outcome) => outcome.padStart(9)).join("")}`,
    ...forms.map((form) =>
      line(
        form,
        hops.filter((hop) => hop.form === form),
      ),
    ),
    line("all", hops),
  ];
}

// Wrong ones first: better nobody than the wrong one.
function wrongLines(hops: readonly Hop[], errors: number): string[] {
  const wrong = hops.filter(({ outcome }) => outcome === "wrong");
  const missed = hops.filter(({ outcome }) => outcome === "nobody" || outcome === "new");
  return [
    `resolved to somebody else: ${wrong.length}`,
    ...wrong.slice(0, errors).map(({ text }) => `  ${text}`),
    `not resolved: ${missed.length}`,
    ...missed.slice(0, errors).map(({ text }) => `  ${text}`),
  ];
}
