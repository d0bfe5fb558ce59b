import { type Coder, createCoder } from "../coding/coder.ts";
import { readAttribution } from "../evaluation/attribution-gold.ts";
import { attributionReport } from "../evaluation/attribution-report.ts";
import { readCoreference } from "../evaluation/coreference/coreference-gold.ts";
import { coreferenceReport } from "../evaluation/coreference/coreference-report.ts";
import { type CodeText, judgeText } from "../evaluation/event-match.ts";
import { eventReport } from "../evaluation/event-report.ts";
import { readGsr } from "../evaluation/gsr.ts";
import { reportOnActors, reportOnNames } from "../evaluation/names-of-texts.ts";
import { readPetrarch } from "../evaluation/petrarch.ts";
import { petrarchReport } from "../evaluation/petrarch-report.ts";
import { readPlv } from "../evaluation/plv.ts";
import { readRe3d } from "../evaluation/re3d.ts";
import { relationReport } from "../evaluation/relation-report.ts";
import { readTaggedWords } from "../language/names/tagged-words.ts";
import { CliError, EXIT_FAILURE } from "./cli-error.ts";
import { reportOnCorrections } from "./corrections-report.ts";
import { existingDictionaries, tellDictionaryProblems } from "./dictionary-option.ts";
import { openingOf, readGold } from "./gold-file.ts";
import { ofGenres, readSentences, type TreebankOptions, treebankReport } from "./treebank-report.ts";

/** What the command line says of an evaluation. */
export interface EvaluateOptions extends TreebankOptions {
  /** How many of the worst errors are shown. */
  readonly errors: number;
  readonly dictionary?: readonly string[];
  readonly strict?: boolean;
  readonly minConfidence: number;
}

/** A kind of gold file, how one is known, and the report on it. */
export interface GoldKind {
  /** What `--as` calls it. */
  readonly name: string;
  /** What it is and what it scores, in a few words for the help text. */
  readonly scores: string;
  /** Whether a file is of this kind, by its name and its first characters. */
  isLike(file: string, opening: string): boolean;
  report(file: string, options: EvaluateOptions): Promise<string>;
}

/** The kinds of gold; a file is of the first that it is like. */
export const GOLD_KINDS: readonly GoldKind[] = [
  {
    name: "treebank",
    scores: "CoNLL-U trees: sentences, tokens, tags, lemmas, trees",
    isLike: (file, opening) => /\.conllu$/i.test(file) || /^(#.*\n)*1(-\d+)?(\t[^\t\n]+){9}\n/.test(opening),
    report: treebankReport,
  },
  {
    name: "attribution",
    scores: "units of GUM's trees that report speech: statements (only with --as attribution)",
    isLike: () => false,
    report: async (file, options) => {
      const gold = readAttribution(ofGenres(readSentences(file), options.genre, file), file);
      const coder = await coderFor(options);
      return attributionReport(gold, (document) => coder.code(document).statements, options);
    },
  },
  {
    name: "plv",
    scores: "PLV's table of marked parties (.tsv): relate, and code on the same sentences",
    isLike: (_, opening) => /^[^\n]*\tmarked_sentence\t/.test(opening),
    report: withCoder((coder, text, file, options) =>
      relationReport(
        readPlv(text, file),
        {
          relate: (question) => coder.relate(question),
          code: eventsOf(coder),
          publishedType: ({ type, cameo }) => coder.ontology.publishedOf(cameo)?.type ?? type,
        },
        options,
      ),
    ),
  },
  {
    name: "gsr",
    scores: "PLOVER's gold standard records (.json): events of whole texts",
    isLike: (_, opening) => /^\s*\[\s*\{[^}]*"event"\s*:/.test(opening),
    report: withCoder((coder, text, file, options) =>
      eventReport(
        readGsr(text, file).map((gold) => judgeText(gold, eventsOf(coder))),
        options,
      ),
    ),
  },
  {
    name: "petrarch",
    scores: "PETRARCH's validation records (.xml): who, CAMEO root, whom",
    isLike: (_, opening) => /^\s*(<\?xml[^>]*>\s*)?<Validation>/.test(opening),
    report: withCoder((coder, text, file, options) =>
      petrarchReport(
        readPetrarch(text, file),
        ({ id, date, text: sentence }) => coder.code({ id, date, language: "en", text: sentence }).events,
        options,
      ),
    ),
  },
  {
    name: "coref",
    scores: "GUM's coreference (.jsonl): who is who, mention by mention",
    isLike: (_, opening) => /^\{[^\n]*"sentences": ?\[\[/.test(opening),
    report: withCoder((coder, text, file, options) => {
      const documents = readCoreference(text, file).filter(
        ({ genre }) => options.genre?.includes(genre) ?? true,
      );
      return coreferenceReport(documents, (document) => coder.read(document), options);
    }),
  },
  {
    name: "names",
    scores: "words with IOB tags (.iob2, CrossNER's .txt): names of persons, places, bodies",
    isLike: (_, opening) =>
      /^(#.*\n)*1\t[^\t\n]+\t(O|[BI]-[A-Z]+)\t/.test(opening) ||
      /^(\S+[\t ](O|[BI]-\w+)\n\n?){3}/.test(opening),
    report: withCoder((coder, text, file, options) =>
      reportOnNames(readTaggedWords(text, file), (document) => coder.read(document), options),
    ),
  },
  {
    name: "re3d",
    scores: "re3d's documents (.jsonl): persons, organisations, groups, named or not",
    isLike: (_, opening) => /^\{[^\n]*"entities": ?\[\{"begin": ?\d/.test(opening),
    report: withCoder((coder, text, file, options) =>
      reportOnActors(readRe3d(text, file), (document) => coder.read(document), options),
    ),
  },
  {
    name: "corrections",
    scores: "a store with corrections (.duckdb): events that readers judged",
    isLike: (_, opening) => opening.slice(0, 16).includes("DUCK"),
    report: async (file, options) => reportOnCorrections(await coderFor(options), file, options),
  },
];

/** A report on the text of a gold file that needs the whole chain. */
function withCoder(
  report: (coder: Coder, text: string, file: string, options: EvaluateOptions) => string,
): GoldKind["report"] {
  return async (file, options) => report(await coderFor(options), readGold(file), file, options);
}

async function coderFor({ dictionary, strict, minConfidence }: EvaluateOptions): Promise<Coder> {
  const coder = await createCoder({
    dictionaries: existingDictionaries(dictionary),
    strict: strict === true,
    minConfidence,
  });
  tellDictionaryProblems(coder.problems);
  return coder;
}

function eventsOf(coder: Coder): CodeText {
  return (text) => coder.code({ id: "gold", language: "en", text }).events;
}

/**
 * The kind of a gold file.
 *
 * @throws CliError in a sentence when it is of none
 */
export function goldKindOf(file: string): GoldKind {
  const opening = openingOf(file);
  const kind = GOLD_KINDS.find((candidate) => candidate.isLike(file, opening));
  if (kind !== undefined) return kind;
  const names = GOLD_KINDS.map(({ name }) => name).join(", ");
  throw new CliError(
    `${file}: not like any gold known here; if it is one, say which with --as (${names})`,
    EXIT_FAILURE,
  );
}
