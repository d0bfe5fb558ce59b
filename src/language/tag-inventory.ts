import { UPOS } from "./parsed-document.ts";

export const TAG_INVENTORY = "tags";

/** The tags a model knows: pairs of xpos and upos ("tags" for short), and feature strings. */
export class TagInventory {
  /** `xpos/upos` of each pair; most frequent first, at most 256. */
  readonly pairs: readonly string[];
  readonly xpos: readonly string[];
  /** Index 0 is `_`. */
  readonly feats: readonly string[];
  readonly uposOfTag: Uint8Array;
  readonly xposOfTag: Uint16Array;

  constructor(pairs: readonly string[], feats: readonly string[]) {
    if (pairs.length > 256) throw new RangeError(`${pairs.length} pairs of xpos and upos; at most 256 fit`);
    this.pairs = pairs;
    this.feats = feats;
    this.xpos = [...new Set(pairs.map((pair) => xposOf(pair)))];
    this.uposOfTag = Uint8Array.from(pairs, (pair) => (UPOS as readonly string[]).indexOf(uposOf(pair)));
    this.xposOfTag = Uint16Array.from(pairs, (pair) => this.xpos.indexOf(xposOf(pair)));
  }

  serialize(): string {
    return JSON.stringify({ pairs: this.pairs, feats: this.feats });
  }

  static parse(text: string): TagInventory {
    const { pairs, feats } = JSON.parse(text) as { pairs: string[]; feats: string[] };
    return new TagInventory(pairs, feats);
  }
}

function xposOf(pair: string): string {
  return pair.slice(0, pair.lastIndexOf("/"));
}

function uposOf(pair: string): string {
  return pair.slice(pair.lastIndexOf("/") + 1);
}
