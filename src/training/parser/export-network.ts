import type { ParserSections } from "../../language/parser/dependency-parser.ts";
import type { StoredMatrix } from "../../language/parser/matrices.ts";
import type { MatrixHeader, NetworkHeader } from "../../language/parser/network-file.ts";
import type { ByteTable } from "../../language/parser/word-tables.ts";
import type { Network } from "./network.ts";
import type { Parameter } from "./tape.ts";
import type { TextVectors } from "./text-vectors.ts";

/** Largest integers of weights and of inputs; 256 products of them stay within 32 bits. */
const WEIGHT_LIMIT = 2047;
const INPUT_LIMIT = 4095;
/** The few values beyond this share of a table are cut off, so that the others get finer steps. */
const TABLE_SHARE = 0.9999;

/**
 * A trained network as the parser reads it.
 *
 * @param network one that has predicted some sentences since it was trained: the ranges of its inner values are taken from there
 */
export function exportNetwork(
  network: Network,
  deprels: readonly string[],
  words: readonly string[],
  vectors: TextVectors,
): ParserSections {
  const { tape, shape } = network;
  const sections = new Map<string, Uint8Array>();
  const matrices: Record<string, MatrixHeader> = {};
  const parameter = (name: string): Parameter => {
    const found = tape.parameters.find((p) => p.name === name);
    if (found === undefined) throw new Error(`the network has no parameter "${name}"`);
    return found;
  };
  const floats = (name: string) => tape.values(parameter(name));
  const addMatrix = (name: string, rows: number, values: Float32Array, inputRange: number) => {
    const { values: integers, ...header } = quantisedMatrix(values, rows, inputRange);
    matrices[name] = header;
    sections.set(`parser.${name}`, bytesOf(integers));
  };
  const matrixNames = ["input", "arcProduct", "relationOutput", "tags", "dependentWays", "headWays"];
  const floatNames = [
    "inputBias",
    "arcProductBias",
    "relationOutputBias",
    "tagsBias",
    "arcRoot",
    "waysBias",
    "relationRoot",
  ];
  for (let i = 0; i < shape.layers; i++) {
    matrixNames.push(`layer${i}`);
    floatNames.push(`layer${i}Bias`);
  }
  for (const name of matrixNames)
    addMatrix(name, parameter(name).rows, floats(name), tape.inputRange.get(name) as number);
  for (const name of floatNames) sections.set(`parser.${name}`, bytesOf(floats(name).slice()));

  const views = ["arcDependent", "arcHead", "relationDependent", "relationHead"].map(parameter);
  const rows = (views[0] as Parameter).rows;
  const beside = sideBySide(
    views.map((view) => ({ values: tape.values(view), columns: view.columns })),
    rows,
  );
  addMatrix("views", rows, beside, tape.inputRange.get("arcDependent") as number);
  const noBias = new Float32Array(parameter("relationHead").columns);
  const biases = [floats("arcDependentBias"), floats("arcHeadBias"), floats("relationBias"), noBias];
  sections.set("parser.viewsBias", bytesOf(Float32Array.from(biases.flatMap((bias) => [...bias]))));

  const tables = {
    words: byteTable(floats("words"), parameter("words").columns),
    affixes: byteTable(floats("affixes"), parameter("affixes").columns),
    vectors: vectors.table,
  };
  for (const [name, table] of Object.entries(tables)) sections.set(`parser.${name}`, bytesOf(table.bytes));
  sections.set("parser.wordKeys", new TextEncoder().encode(words.join("\n")));
  sections.set("parser.vectorWords", new TextEncoder().encode(vectors.words.join("\n")));
  const sizeOf = ({ width, scale }: ByteTable) => ({ width, scale });
  const header: NetworkHeader = {
    deprels,
    tags: shape.tags,
    size: shape.size,
    layers: shape.layers,
    tables: { words: sizeOf(tables.words), affixes: sizeOf(tables.affixes), vectors: sizeOf(tables.vectors) },
    matrices,
  };
  sections.set("parser.network", new TextEncoder().encode(JSON.stringify(header)));
  return sections;
}

/**
 * A matrix as integers, for `multiplyQuantised`.
 * @param inputRange the largest value, without sign, that it is multiplied with
 */
export function quantisedMatrix(values: Float32Array, rows: number, inputRange: number): StoredMatrix {
  const step = largest(values) / WEIGHT_LIMIT;
  return {
    rows,
    columns: values.length / rows,
    step,
    inputStep: inputRange / INPUT_LIMIT,
    values: Int16Array.from(values, (value) => Math.round(value / step)),
  };
}

function largest(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
}

function sideBySide(parts: readonly { values: Float32Array; columns: number }[], rows: number): Float32Array {
  const columns = parts.reduce((sum, part) => sum + part.columns, 0);
  const out = new Float32Array(rows * columns);
  let column = 0;
  for (const part of parts) {
    for (let i = 0; i < rows; i++)
      out.set(part.values.subarray(i * part.columns, (i + 1) * part.columns), i * columns + column);
    column += part.columns;
  }
  return out;
}

/** A table as signed bytes. */
export function byteTable(values: Float32Array, width: number): ByteTable {
  const magnitudes = values.map(Math.abs).sort();
  const scale = (magnitudes[Math.floor((magnitudes.length - 1) * TABLE_SHARE)] as number) / 127;
  const bytes = Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value / scale))));
  return { width, scale, bytes };
}

function bytesOf(values: Int8Array | Int16Array | Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
}
