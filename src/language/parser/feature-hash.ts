const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** A 32-bit hash of a text (FNV-1a over UTF-16 units); the same on every machine. */
export function textHash(text: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash;
}

/** Stirs a value into a hash so that near values land far apart. */
export function mixHash(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x9e3779b1 | 0);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x85ebca6b | 0);
  return mixed ^ (mixed >>> 13);
}
