import { ModelFile } from "../../language/model-file.ts";
import { NAME_SECTIONS, type NameModelHeader } from "../../language/names/name-model.ts";
import type { PhraseList } from "../../language/names/phrase-list.ts";
import type { MatrixHeader } from "../../language/parser/network-file.ts";
import { byteTable, quantisedMatrix } from "../parser/export-network.ts";
import type { NameNetwork } from "./name-network.ts";

const MATRICES = ["hidden", "layer", "output"];
const FLOATS = ["context", "vectors", "hiddenBias", "layerBias", "outputBias", "transitions"];

/**
 * A trained network as the tagger reads it.
 *
 * @param network one that has predicted some sentences since it was trained: the ranges of its inner values are taken from there
 * @param base SHA-256 of the language model whose states it reads
 */
export function exportNames(
  network: NameNetwork,
  phrases: PhraseList,
  language: string,
  base: string,
): ModelFile {
  const { tape } = network;
  const model = new ModelFile(language);
  const matrices: Record<string, MatrixHeader> = {};
  const parameter = (name: string) => {
    const found = tape.parameters.find((p) => p.name === name);
    if (found === undefined) throw new Error(`the network has no parameter "${name}"`);
    return found;
  };
  for (const name of MATRICES) {
    const { rows } = parameter(name);
    const { values, ...header } = quantisedMatrix(
      tape.values(parameter(name)),
      rows,
      tape.inputRange.get(name) as number,
    );
    matrices[name] = header;
    model.set(`names.${name}`, values);
  }
  for (const name of FLOATS) model.set(`names.${name}`, tape.values(parameter(name)).slice());
  const forms = byteTable(tape.values(parameter("forms")), parameter("forms").columns);
  model.set(NAME_SECTIONS.forms, forms.bytes);
  const { keys, classes } = phrases.written();
  model.set(NAME_SECTIONS.phraseKeys, keys);
  model.set(NAME_SECTIONS.phraseClasses, classes);
  const header: NameModelHeader = { base, formWidth: forms.width, formScale: forms.scale, matrices };
  model.set(NAME_SECTIONS.header, JSON.stringify(header));
  return model;
}
