import { hash } from "node:crypto";

/** A stable id: the same parts give the same 16 hexadecimal digits on every machine and in every run. */
export function recordId(...parts: readonly (string | number | readonly number[])[]): string {
  return hash("sha256", JSON.stringify(parts)).slice(0, 16);
}
