const BYTES_OF_UNIT = new Map([
  ["", 1],
  ["B", 1],
  ["KB", 1e3],
  ["MB", 1e6],
  ["GB", 1e9],
]);

/** Reads a size such as "20MB" or "500 kb" (a thousand bytes a KB) as bytes; undefined where it is none. */
export function parseBytes(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim());
  const unit = BYTES_OF_UNIT.get(match?.[2]?.toUpperCase() ?? "none");
  return match === null || unit === undefined ? undefined : Math.round(Number(match[1]) * unit);
}

/** A size for people: "412 bytes", "1.2 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1e3) return `${bytes} byte${bytes === 1 ? "" : "s"}`;
  const [name, unit]: [string, number] = bytes < 1e6 ? ["KB", 1e3] : bytes < 1e9 ? ["MB", 1e6] : ["GB", 1e9];
  const value = bytes / unit;
  return `${value.toFixed(value < 10 ? 1 : 0).replace(/\.0$/, "")} ${name}`;
}

/** The sentence that refuses a document or line over the limit; `bytes` is absent where its length was not read to the end. */
export function tooLong(what: "document" | "line", bytes: number | undefined, maxBytes: number): string {
  const size = bytes === undefined ? "longer than" : `${formatBytes(bytes)}, more than`;
  return `the ${what} is ${size} the ${formatBytes(maxBytes)} allowed for one document; split it, or raise --max-document`;
}
