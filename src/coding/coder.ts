import type { Document } from "../document/document.ts";
import type { Language } from "../language/language.ts";
import { loadLanguage } from "../language/load-language.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import type { LexiconProblem } from "../lexicon/lexicon-error.ts";
import { bundledLexiconFolder } from "../lexicon/lexicon-folder.ts";
import { type ActorLexicon, loadActorLexicon } from "../mentions/actor-lexicon.ts";
import { readDictionary, withDictionaries } from "../mentions/dictionary/load-dictionaries.ts";
import { findMentions } from "../mentions/find-mentions.ts";
import type { DocumentMentions } from "../mentions/mention.ts";
import { loadOntology, type Ontology } from "../ontology/ontology.ts";
import { loadOperators, type OperatorTable } from "../ontology/operators.ts";
import { type CodingLexicon, loadCodingLexicon } from "./coding-lexicon.ts";
import { MIN_CONFIDENCE } from "./confidence.ts";
import { eventDate } from "./event-date.ts";
import { codeEvents, type ToldEvent, withoutGuesses } from "./events.ts";
import { Interpreter } from "./interpreter.ts";
import { withMarkedParties } from "./marked-parties.ts";
import { NearestFrames } from "./nearest-frames.ts";
import { isProgramme } from "./programme.ts";
import type { CodedDocument } from "./records.ts";
import { bestRelation, evidenceOf, type Relation, type RelationQuestion } from "./relation.ts";
import { findReports } from "./reports.ts";
import { codeStatements } from "./statements.ts";
import { statusOf } from "./status.ts";

export interface CoderOptions {
  /** Folder of a language's lexicon; the bundled one by default. */
  readonly lexicon?: string;
  /** PETRARCH actor and agent dictionaries that go before the lexicon, the last one first. Lines that cannot be read are passed over. */
  readonly dictionaries?: readonly string[];
  /** Whether groupings ("the E3", "G7 leaders") name their members; they do not by default. */
  readonly members?: boolean;
  /** Whether verbs without an entry say nothing; by default they are read like the verbs used most like them. Guesses no other side, either. */
  readonly strict?: boolean;
  /** Events less sure than this are left out, 0 to 1; `MIN_CONFIDENCE` by default. */
  readonly minConfidence?: number;
}

/** A document with every stage's annotation: what `explain` shows. */
export interface Reading {
  readonly parsed: ParsedDocument;
  readonly mentions: DocumentMentions;
  readonly coded: CodedDocument;
  /** The coded events with the meanings they were made of, in the same order. */
  readonly told: readonly ToldEvent[];
  /** What was read as an event, but is less sure than is asked for. */
  readonly leftOut: readonly ToldEvent[];
}

/** The whole chain from text to records, loaded once and used for any number of documents. */
export class Coder {
  readonly language: Language;
  readonly ontology: Ontology;
  /** Lines of the dictionaries that could not be read and so are not in force. */
  readonly problems: readonly LexiconProblem[];
  readonly #actors: ActorLexicon;
  readonly #lexicon: CodingLexicon;
  readonly #operators: OperatorTable;
  readonly #isStrict: boolean;
  readonly #nearest: NearestFrames | undefined;
  readonly #minConfidence: number;

  constructor(
    language: Language,
    ontology: Ontology,
    operators: OperatorTable,
    actors: ActorLexicon,
    lexicon: CodingLexicon,
    problems: readonly LexiconProblem[] = [],
    { strict = false, minConfidence = MIN_CONFIDENCE }: Pick<CoderOptions, "strict" | "minConfidence"> = {},
  ) {
    this.language = language;
    this.problems = problems;
    this.ontology = ontology;
    this.#operators = operators;
    this.#actors = actors;
    this.#lexicon = lexicon;
    this.#isStrict = strict;
    this.#nearest = strict ? undefined : new NearestFrames(lexicon, language.vectors);
    this.#minConfidence = minConfidence;
  }

  get lexicon(): CodingLexicon {
    return this.#lexicon;
  }

  code(document: Document): CodedDocument {
    return this.read(document).coded;
  }

  /** Codes a document and keeps what each stage found. */
  read(document: Document): Reading {
    const parsed = this.language.parse(document.text);
    const mentions = findMentions(document, parsed, this.#actors);
    const reports = findReports(parsed, mentions, this.#lexicon);
    const context = {
      document,
      parsed,
      mentions,
      lexicon: this.#lexicon,
      ontology: this.ontology,
      reports,
      guesses: !this.#isStrict,
    };
    const all = codeEvents(this.#interpreter(parsed, mentions, document), context);
    const isSure = ({ event }: ToldEvent) => event.confidence >= this.#minConfidence;
    const [told, leftOut] = [all.filter(isSure), all.filter((one) => !isSure(one))];
    const events = told.map(({ event }) => event);
    const statements = codeStatements(context, { all: withoutGuesses(all), written: events });
    const { id, date, title, publisher, url } = document;
    const coded: CodedDocument = {
      document: {
        id,
        ...(date !== undefined && { date }),
        ...(title !== undefined && { title }),
        ...(publisher !== undefined && { publisher }),
        ...(url !== undefined && { url }),
      },
      events,
      statements,
      mentions: mentions.actors.flatMap((mention) => mention.entities),
      sentences: Array.from(parsed.sentences(), (sentence) => sentence.span),
      problems: problemsOf(document, mentions),
    };
    return { parsed, mentions, coded, told, leftOut };
  }

  #interpreter(parsed: ParsedDocument, mentions: DocumentMentions, { date, title }: Document): Interpreter {
    const programme = isProgramme(title);
    return new Interpreter(parsed, mentions, this.#lexicon, this.#operators, this.#nearest, date, programme);
  }

  /**
   * What one marked party does to the other: the reading of the text that best relates them. Its type is the published conversion
   * table's where that and the manual differ, as in the gold sets of marked parties: sanctions are COERCE, a verdict is ACCUSE.
   */
  relate(question: RelationQuestion): Relation {
    const { id, text, date } = question;
    const document: Document = { id, language: "en", text, ...(date !== undefined && { date }) };
    const parsed = this.language.parse(text);
    const mentions = withMarkedParties(findMentions(document, parsed, this.#actors), parsed, question);
    const interpreter = this.#interpreter(parsed, mentions, document);
    const best = bestRelation(interpreter, question);
    if (best === undefined) return { id, confidence: 0 };
    const { meaning, fit } = best;
    const { status } = statusOf(meaning, eventDate(meaning.anchor, mentions, date), date);
    const { type, mode } =
      (meaning.kind.cameo && this.ontology.publishedOf(meaning.kind.cameo)) || meaning.kind;
    return {
      id,
      type,
      ...(mode !== undefined && { mode }),
      status,
      confidence: Math.round(meaning.confidence * fit * 100) / 100,
      evidence: evidenceOf(meaning),
      rule: meaning.steps.map(({ name }) => name).join(" < "),
    };
  }
}

function problemsOf(document: Document, mentions: DocumentMentions): CodedDocument["problems"] {
  if (document.date !== undefined) return [];
  return mentions.times
    .filter((time) => time.precision === "unresolved" && time.occasion === undefined)
    .map((time) => ({
      message: `the document has no date, so "${document.text.slice(...time.span)}" stays unresolved`,
      span: time.span,
    }));
}

/**
 * Loads language, lexicon and ontology.
 *
 * @throws LexiconError naming every bad line of the lexicon; an error of the file system where a dictionary cannot be read
 */
export async function createCoder(options: CoderOptions = {}): Promise<Coder> {
  const folder = options.lexicon ?? bundledLexiconFolder("en");
  const language = await loadLanguage("en");
  const dictionaries = (options.dictionaries ?? []).map(readDictionary);
  const actors = { ...loadActorLexicon(folder), tellsMembers: options.members === true };
  return new Coder(
    language,
    loadOntology(),
    loadOperators(),
    dictionaries.length === 0 ? actors : withDictionaries(actors, dictionaries, folder),
    loadCodingLexicon(folder),
    dictionaries.flatMap(({ problems }) => problems),
    options,
  );
}
