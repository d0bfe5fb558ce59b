import { createHash } from "node:crypto";

/** A stable id: the same parts give the same 16 hexadecimal digits on every machine and in every run. */
export function recordId(...parts: readonly (string | number | readonly number[])[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
