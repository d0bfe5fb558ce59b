import { bestAssignment } from "./assignment.ts";

/** A mention, by what two of them must share to be the same. */
export type MentionKey = string;
export type Cluster = readonly MentionKey[];

/** Parts right, of those found and of those in the gold; parts of one measure add up over documents. */
export interface Tally {
  readonly precise: number;
  readonly found: number;
  readonly recalled: number;
  readonly gold: number;
}

export const COREFERENCE_MEASURES = ["mentions", "MUC", "B³", "CEAFe"] as const;
export type CoreferenceMeasure = (typeof COREFERENCE_MEASURES)[number];
export type CoreferenceTallies = Readonly<Record<CoreferenceMeasure, Tally>>;

/**
 * The tallies of one document's clusters, as the reference scorer counts them (Pradhan et al. 2014): MUC counts links, B³ mentions,
 * CEAFe clusters in their best pairing by the share of mentions in common.
 */
export function coreferenceTallies(gold: readonly Cluster[], found: readonly Cluster[]): CoreferenceTallies {
  const [inGold, inFound] = [clusterByMention(gold), clusterByMention(found)];
  const shared = [...inFound.keys()].filter((mention) => inGold.has(mention)).length;
  const similar = bestAssignment(gold.map((a) => found.map((b) => similarity(a, b))));
  return {
    mentions: { precise: shared, found: inFound.size, recalled: shared, gold: inGold.size },
    MUC: {
      precise: keptLinks(found, inGold),
      found: links(found),
      recalled: keptLinks(gold, inFound),
      gold: links(gold),
    },
    "B³": {
      precise: sharedParts(found, inGold, gold),
      found: inFound.size,
      recalled: sharedParts(gold, inFound, found),
      gold: inGold.size,
    },
    CEAFe: { precise: similar, found: found.length, recalled: similar, gold: gold.length },
  };
}

/** Tallies of several documents together. */
export function summed(tallies: readonly CoreferenceTallies[]): CoreferenceTallies {
  const sum = (measure: CoreferenceMeasure): Tally => {
    const add = (key: keyof Tally) => tallies.reduce((all, tally) => all + tally[measure][key], 0);
    return { precise: add("precise"), found: add("found"), recalled: add("recalled"), gold: add("gold") };
  };
  return { mentions: sum("mentions"), MUC: sum("MUC"), "B³": sum("B³"), CEAFe: sum("CEAFe") };
}

/** Precision, recall and their harmonic mean, 0 to 1; 0 of nothing. */
export function ratesOf({ precise, found, recalled, gold }: Tally): readonly [number, number, number] {
  const precision = found === 0 ? 0 : precise / found;
  const recall = gold === 0 ? 0 : recalled / gold;
  return [precision, recall, precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)];
}

/** The CoNLL score: the mean F1 of MUC, B³ and CEAFe. */
export function conllF1(tallies: CoreferenceTallies): number {
  return (ratesOf(tallies.MUC)[2] + ratesOf(tallies["B³"])[2] + ratesOf(tallies.CEAFe)[2]) / 3;
}

function clusterByMention(clusters: readonly Cluster[]): Map<MentionKey, number> {
  return new Map(
    clusters.flatMap((cluster, i) => cluster.map((mention): [MentionKey, number] => [mention, i])),
  );
}

function links(clusters: readonly Cluster[]): number {
  return clusters.reduce((sum, cluster) => sum + cluster.length - 1, 0);
}

/** A cluster's links that are left when the other side cuts it in parts; a mention that it lacks is a part by itself. */
function keptLinks(clusters: readonly Cluster[], other: ReadonlyMap<MentionKey, number>): number {
  return clusters.reduce((sum, cluster) => {
    const parts = new Set(cluster.map((mention) => other.get(mention) ?? mention));
    return sum + cluster.length - parts.size;
  }, 0);
}

/** Sum over mentions of the share of their cluster that their other cluster has too. */
function sharedParts(
  clusters: readonly Cluster[],
  other: ReadonlyMap<MentionKey, number>,
  otherClusters: readonly Cluster[],
): number {
  let sum = 0;
  for (const cluster of clusters) {
    for (const mention of cluster) {
      const theirs = otherClusters[other.get(mention) ?? -1] ?? [];
      sum += theirs.filter((member) => cluster.includes(member)).length / cluster.length;
    }
  }
  return sum;
}

function similarity(a: Cluster, b: Cluster): number {
  const members = new Set(a);
  return (2 * b.filter((mention) => members.has(mention)).length) / (a.length + b.length);
}
