const highSurrogate = /[\ud800-\udbff]/;

/**
 * Turns places in a text as JavaScript counts them (UTF-16 units) into places as DuckDB, Python and R count them
 * (Unicode characters): behind "🕊 talks" the place 8 becomes 7.
 */
export function codePointPlaces(text: string): (utf16: number) => number {
  if (!highSurrogate.test(text)) return (utf16) => utf16;
  const places = new Uint32Array(text.length + 1);
  let count = 0;
  for (let index = 0; index < text.length; ) {
    const width = (text.codePointAt(index) as number) > 0xffff ? 2 : 1;
    places.fill(count, index, index + width);
    index += width;
    count++;
  }
  places[text.length] = count;
  return (utf16) => places[Math.min(utf16, text.length)] as number;
}
