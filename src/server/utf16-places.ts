const highSurrogate = /[\ud800-\udbff]/;

/**
 * Turns places counted in Unicode characters, as a store has them, into places as JavaScript counts them (UTF-16
 * units): behind "🕊 talks" the place 7 becomes 8.
 */
export function utf16Places(text: string): (character: number) => number {
  if (!highSurrogate.test(text)) return (character) => character;
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    places.push(place);
    place += character.length;
  }
  return (character) => places[character] ?? text.length;
}
