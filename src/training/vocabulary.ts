import { readFileSync } from "node:fs";

/**
 * The words of a word-vector file in the format of wink-embeddings (JSON with `words`, most frequent first), in lower case.
 *
 * @param limit how many of the most frequent words
 * @throws SyntaxError when the file is no JSON; an error of the file system when it cannot be read
 */
export function readVocabulary(path: string, limit: number): string[] {
  const json = readFileSync(path, "utf8");
  // The vectors behind the words fill some 300 MB; the list of words ends at the first closing bracket that no string holds.
  const start = json.indexOf('"words":[');
  if (start < 0) throw new SyntaxError(`${path} has no list "words"`);
  const words = JSON.parse(json.slice(start + '"words":'.length, endOfList(json, start)));
  if (!Array.isArray(words)) throw new SyntaxError(`${path} has no list "words"`);
  return words.slice(0, limit).map((word) => String(word).toLowerCase());
}

function endOfList(json: string, start: number): number {
  let isInString = false;
  for (let i = json.indexOf("[", start); i < json.length; i++) {
    const character = json[i];
    if (character === "\\" && isInString) i++;
    else if (character === '"') isInString = !isInString;
    else if (character === "]" && !isInString) return i + 1;
  }
  return json.length;
}
