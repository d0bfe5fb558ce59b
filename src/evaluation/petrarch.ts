import { GoldError } from "./gold-error.ts";

/** A dyadic event of a PETRARCH record: who does what to whom, as codes; `---` for a party that is not known. */
export interface PetrarchEvent {
  readonly actor: string;
  readonly recipient: string;
  /** CAMEO, or a number of the record's own dictionary of verbs. */
  readonly event: string;
}

/** A sentence with the events it must give; none where nothing may be coded. */
export interface PetrarchRecord {
  readonly id: string;
  readonly category: string;
  /** ISO 8601. */
  readonly date: string;
  readonly text: string;
  readonly events: readonly PetrarchEvent[];
}

/**
 * Reads PETRARCH's validation records: `<Sentence date id category>` with its `<EventCoding>`s and its `<Text>`. Comments are passed
 * over, and so are the trees, which are read anew from the text.
 *
 * @throws GoldError naming file and line
 */
export function readPetrarch(xml: string, file: string): PetrarchRecord[] {
  const plain = xml.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, " "));
  const records: PetrarchRecord[] = [];
  for (const opening of plain.matchAll(/<Sentence\b([^>]*)>/g)) {
    const failure = (problem: string) => {
      return new GoldError(file, plain.slice(0, opening.index).split("\n").length, problem);
    };
    const start = opening.index + opening[0].length;
    const end = plain.indexOf("</Sentence>", start);
    if (end < 0) throw failure("<Sentence> is not closed");
    records.push(petrarchRecord(attributesOf(opening[1] ?? ""), plain.slice(start, end), failure));
  }
  if (records.length === 0) throw new GoldError(file, 1, "it holds no <Sentence>");
  return records;
}

type Attributes = ReadonlyMap<string, string>;

function petrarchRecord(
  attributes: Attributes,
  body: string,
  failure: (problem: string) => GoldError,
): PetrarchRecord {
  const required = (name: string) => {
    const value = attributes.get(name);
    if (value === undefined) throw failure(`<Sentence> has no ${name}`);
    return value;
  };
  const text = /<Text>([\s\S]*?)<\/Text>/.exec(body)?.[1];
  if (text === undefined) throw failure("<Sentence> has no <Text>");
  const date = /^(\d{4})(\d\d)(\d\d)$/.exec(required("date"));
  if (date === null) throw failure(`date="${required("date")}": expected eight digits such as 19950131`);
  return {
    id: required("id"),
    category: attributes.get("category") ?? "other",
    date: date.slice(1).join("-"),
    text: withoutEntities(text).replace(/\s+/g, " ").trim(),
    events: [...body.matchAll(/<EventCoding\b([^>]*)>/g)].flatMap(([, inside]) => {
      const coding = attributesOf(inside ?? "");
      const [actor, recipient, event] = ["sourcecode", "targetcode", "eventcode"].map((name) =>
        coding.get(name),
      );
      return actor === undefined || recipient === undefined || event === undefined
        ? []
        : [{ actor, recipient, event }];
    }),
  };
}

function attributesOf(tag: string): Attributes {
  const pairs = tag.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map(Array.from(pairs, ([, name, double, single]) => [name ?? "", double ?? single ?? ""]));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function withoutEntities(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
