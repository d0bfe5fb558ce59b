/** "Almaty KAZ 43 77; Lake Chad - 13 14": name, country and whole degrees, "?" where a place has no coordinates. */
export function placesInShort(
  places: readonly {
    readonly name: string;
    readonly country?: string;
    readonly latitude?: number;
    readonly longitude?: number;
  }[],
): string {
  return places
    .map(({ name, country, latitude, longitude }) => {
      const point =
        latitude === undefined || longitude === undefined
          ? "?"
          : `${Math.round(latitude)} ${Math.round(longitude)}`;
      return `${name} ${country ?? "-"} ${point}`;
    })
    .join("; ");
}
