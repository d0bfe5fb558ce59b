import type { CodedEvent } from "../coding/records.ts";
import { printable } from "./marked-text.ts";

type Place = NonNullable<CodedEvent["place"]>;

/** A place for reading, with its country: "Sochi (RUS)". */
export function placeName({ name, country }: Place): string {
  return country === undefined ? printable(name) : `${printable(name)} (${country})`;
}

/** "43.60, 39.73"; undefined where the place is too wide for a point, or unknown. */
export function pointText({ latitude, longitude }: Place): string | undefined {
  if (latitude === undefined || longitude === undefined) return undefined;
  return `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`;
}
