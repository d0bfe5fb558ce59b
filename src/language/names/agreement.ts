import { LABEL_COUNT, labelsOfKind } from "./labels.ts";
import { NAME_KINDS } from "./names.ts";
import { isCapitalised } from "./word-context.ts";

/** How far each place's view of its word gives way to what the whole text says of it. */
const SHARE = 0.6;
/** No name, then the kinds of names. */
const KINDS = 1 + NAME_KINDS.length;
const KIND_OF = Uint8Array.from(
  { length: LABEL_COUNT },
  (_, label) => 1 + NAME_KINDS.findIndex((kind) => labelsOfKind(kind).includes(label)),
);

/**
 * Lets the places of a text that have the same capitalised word agree on what it names: one clear "Azurix said" tells what "Azurix" is
 * elsewhere. Changes the scores of kinds of names, not those of places within a name.
 *
 * @param scores `LABEL_COUNT` a token
 */
export function agree(scores: Float32Array, forms: readonly string[]): void {
  const own = new Float32Array(KINDS);
  const shared = new Float32Array(KINDS);
  for (const tokens of tokensByWord(forms)) {
    if (tokens.length < 2) continue;
    shared.fill(0);
    let weights = 0;
    for (const token of tokens) {
      const weight = 1 + viewOf(scores, token, own);
      weights += weight;
      for (let kind = 0; kind < KINDS; kind++)
        shared[kind] = (shared[kind] as number) + weight * (own[kind] as number);
    }
    for (const token of tokens) {
      viewOf(scores, token, own);
      for (let label = 0; label < LABEL_COUNT; label++) {
        const kind = KIND_OF[label] as number;
        const at = token * LABEL_COUNT + label;
        const change = (shared[kind] as number) / weights - (own[kind] as number);
        scores[at] = (scores[at] as number) + SHARE * change;
      }
    }
  }
}

function tokensByWord(forms: readonly string[]): Iterable<readonly number[]> {
  const byWord = new Map<string, number[]>();
  for (const [token, form] of forms.entries()) {
    if (form.length < 2 || !isCapitalised(form)) continue;
    const isShouted = form.length > 4 && isCapitalised(form.slice(1)) && form === form.toUpperCase();
    const word = isShouted ? form[0] + form.slice(1).toLowerCase() : form;
    const tokens = byWord.get(word);
    if (tokens === undefined) byWord.set(word, [token]);
    else tokens.push(token);
  }
  return byWord.values();
}

/** Writes the best score of each kind, less their mean; gives by how much the best kind leads. */
function viewOf(scores: Float32Array, token: number, out: Float32Array): number {
  out.fill(Number.NEGATIVE_INFINITY);
  for (let label = 0; label < LABEL_COUNT; label++) {
    const kind = KIND_OF[label] as number;
    const score = scores[token * LABEL_COUNT + label] as number;
    if (score > (out[kind] as number)) out[kind] = score;
  }
  let [first, second, sum] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (let kind = 0; kind < KINDS; kind++) {
    const best = out[kind] as number;
    sum += best;
    if (best > first) {
      second = first;
      first = best;
    } else if (best > second) second = best;
  }
  for (let kind = 0; kind < KINDS; kind++) out[kind] = (out[kind] as number) - sum / KINDS;
  return first - second;
}
