import { documentFromConllu, readConllu } from "../language/conllu.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";

/**
 * A document of sentences whose tokens are parted by blanks; "do+n't" is one word of two tokens, and "+." stands right behind the
 * word before. A token may be `form/xpos/UPOS/lemma`.
 */
export function goldDocument(sentences: readonly string[]): ParsedDocument {
  return documentFromConllu(readConllu(sentences.map(conlluOf).join("\n"), "fixture"));
}

function conlluOf(sentence: string): string {
  const lines: string[] = [];
  let id = 0;
  const written = sentence.split(" ");
  for (const [i, word] of written.entries()) {
    const misc = (written[i + 1] ?? "").startsWith("+") ? "SpaceAfter=No" : "_";
    const parts = word.replace(/^\+/, "").split("+");
    if (parts.length > 1) {
      const form = parts.map((part) => part.split("/")[0]).join("");
      lines.push(`${id + 1}-${id + parts.length}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${misc}`);
    }
    for (const part of parts) {
      const [form, xpos = "NN", upos = "NOUN", lemma = form] = part.split("/");
      id++;
      const head = id === 1 ? 0 : 1;
      lines.push(
        `${id}\t${form}\t${lemma}\t${upos}\t${xpos}\t_\t${head}\tdep\t_\t${parts.length > 1 ? "_" : misc}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}
