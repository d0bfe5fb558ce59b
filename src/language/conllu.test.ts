import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConlluSentence, commentValue, documentFromConllu, readConllu, writeConllu } from "./conllu.ts";

const SAMPLE = `# newdoc id = d1
# newpar
# sent_id = d1-1
# text = He didn't go to "Oslo".
1	He	he	PRON	PRP	Case=Nom	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	Tense=Past	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	_	0	root	_	_
5	to	to	ADP	IN	_	7	case	_	_
6	"	"	PUNCT	\`\`	_	7	punct	_	SpaceAfter=No
7	Oslo	Oslo	PROPN	NNP	_	4	obl	_	SpaceAfter=No
8	"	"	PUNCT	''	_	7	punct	_	SpaceAfter=No
9	.	.	PUNCT	.	_	4	punct	_	SpaceAfter=No

# sent_id = d1-2
1	Yes	yes	INTJ	UH	_	0	root	_	_
1.1	said	say	VERB	VBD	_	_	_	_	_

# newpar
1	No	no	INTJ	UH	_	0	root	_	_
`;

describe("reading CoNLL-U", () => {
  const sentences = readConllu(SAMPLE, "sample.conllu");
  const document = documentFromConllu(sentences);

  it("rebuilds the text from # text, SpaceAfter=No and new paragraphs", () => {
    expect(document.text).toBe(`He didn't go to "Oslo".Yes\n\nNo`);
  });

  it("gives every word of a multiword token its own slice", () => {
    expect(document.sentence(0).tokens.map((t) => t.text)).toEqual([
      "He",
      "did",
      "n't",
      "go",
      "to",
      '"',
      "Oslo",
      '"',
      ".",
    ]);
    expect(Array.from(document.columns.joined.subarray(0, 4))).toEqual([0, 0, 1, 0]);
  });

  it("counts heads from 0 over the document", () => {
    expect(document.token(0).head?.text).toBe("go");
    expect(document.sentence(1).root.text).toBe("Yes");
  });

  it("leaves empty nodes out", () => expect(document.sentence(1).tokens).toHaveLength(1));

  it("keeps the comments", () => {
    expect(commentValue(sentences[0] as ConlluSentence, "sent_id")).toBe("d1-1");
    expect(commentValue(sentences[0] as ConlluSentence, "sent")).toBeUndefined();
  });

  it("shares out a multiword token whose parts do not spell it", () => {
    const du = readConllu(
      "1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\tde\tADP\t_\t_\t0\troot\t_\t_\n2\tle\tle\tDET\t_\t_\t1\tdet\t_\t_\n",
      "fr",
    );
    expect(du[0]?.words.map((w) => [w.start, w.end])).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });
});

describe("a malformed file is named with its line", () => {
  const row = (id: string, form: string, head: string) => `${id}\t${form}\t_\t_\t_\t_\t${head}\t_\t_\t_`;
  it.each([
    ["# c\n1\tHe\the", "f:2: expected 10 tab-separated columns, found 3"],
    [`${row("1", "a", "0")}\n${row("3", "b", "1")}`, "f:2: expected word 2, found word 3"],
    [`${row("1", "a", "7")}`, 'f:1: head "7" is no word of the sentence (0 to 1)'],
    [`${row("1", "a", "x")}`, 'f:1: head "x" is no word of the sentence (0 to 1)'],
    [`${row("a", "a", "0")}`, 'f:1: "a" is no word number, range (2-3) or empty node (2.1)'],
    [`${row("2-3", "a", "_")}`, "f:1: multiword token 2-3 does not open at word 1"],
    [
      `${row("1-2", "ab", "_")}\n${row("1", "a", "0")}`,
      "f:1: multiword token ends after the sentence's last word",
    ],
    [`# text = b\n${row("1", "a", "0")}`, 'f:2: the comment "text" does not go on with "a"'],
  ])("%j", (conllu, message) => {
    expect(() => readConllu(conllu, "f")).toThrow(message);
  });
});

describe("writing CoNLL-U", () => {
  it("writes multiword tokens, SpaceAfter=No, paragraphs and ids", () => {
    const written = writeConllu(documentFromConllu(readConllu(SAMPLE, "s")), { documentId: "d1" });
    expect(written).toContain('# newdoc id = d1\n# sent_id = d1-1\n# text = He didn\'t go to "Oslo".\n');
    expect(written).toContain(
      "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdid\tdo\tAUX\tVBD\tTense=Past\t4\taux\t_\t_\n",
    );
    expect(written).toContain("9\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tSpaceAfter=No\n");
    expect(written).toContain("\n\n# newpar\n# sent_id = d1-3\n# text = No\n");
  });

  const token = fc.record({
    parts: fc.array(fc.stringMatching(/^(?:\p{L}|\p{P}|\p{Extended_Pictographic}|\p{M}){1,6}$/u), {
      minLength: 1,
      maxLength: 3,
    }),
    glued: fc.boolean(),
  });
  const sentence = fc.record({
    tokens: fc.array(token, { minLength: 1, maxLength: 6 }),
    paragraph: fc.boolean(),
  });

  it("reads back what it wrote: text, slices, sentences and columns", () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), (sentences) => {
        const conllu = sentences.map(({ tokens, paragraph }) => {
          const rows: string[] = paragraph ? ["# newpar"] : [];
          let id = 0;
          for (const { parts, glued } of tokens) {
            const misc = glued ? "SpaceAfter=No" : "_";
            if (parts.length > 1) {
              rows.push(`${id + 1}-${id + parts.length}\t${parts.join("")}\t_\t_\t_\t_\t_\t_\t_\t${misc}`);
            }
            for (const part of parts) {
              const isRoot = id === 0;
              id++;
              rows.push(
                `${id}\t${part}\tl${id}\tNOUN\tNN\t_\t${isRoot ? 0 : 1}\t${isRoot ? "root" : "dep"}\t_\t${parts.length > 1 ? "_" : misc}`,
              );
            }
          }
          return `${rows.join("\n")}\n`;
        });
        const document = documentFromConllu(readConllu(conllu.join("\n"), "first"));
        const again = documentFromConllu(readConllu(writeConllu(document), "again"));
        expect(again.text).toBe(document.text);
        expect(again.columns).toEqual(document.columns);
        expect(again.sentenceStart).toEqual(document.sentenceStart);
      }),
      { numRuns: 100 },
    );
  });
});
