/** Buckets of `distanceBucket`. */
export const DISTANCE_BUCKETS = 32;

/** The bucket of the way from a token to a head other than the root, finer where it is short; bucket 0 is kept for the root. */
export function distanceBucket(token: number, head: number): number {
  const distance = Math.abs(head - token);
  const bucket = distance <= 7 ? distance : Math.min(15, 8 + Math.floor(Math.log2(distance / 8) * 2));
  return head > token ? bucket : 16 + bucket;
}
