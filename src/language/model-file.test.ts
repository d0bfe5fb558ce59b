import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ModelFile, ModelFileError, readModelFile } from "./model-file.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "model-file-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string): string {
  const model = new ModelFile("en");
  model.set("odd", Uint8Array.of(1, 2, 3));
  model.set("weights", Int16Array.of(-32768, 0, 32767));
  model.set("floats", Float32Array.of(0.5, -1));
  model.set("words", "naïve\t“quoted”\nlast");
  const path = join(folder, name);
  model.write(path);
  return path;
}

describe("a model file", () => {
  it.each(["whole", "packed.br"])("gives back what was written: %s", (name) => {
    const model = readModelFile(written(name));
    expect(model.language).toBe("en");
    expect(model.names).toEqual(["odd", "weights", "floats", "words"]);
    expect(model.array("odd", "Uint8")).toEqual(Uint8Array.of(1, 2, 3));
    expect(model.array("weights", "Int16")).toEqual(Int16Array.of(-32768, 0, 32767));
    expect(model.array("floats", "Float32")).toEqual(Float32Array.of(0.5, -1));
    expect(model.text("words")).toBe("naïve\t“quoted”\nlast");
  });

  it("says so when it is packed and cannot be unpacked", () => {
    const path = join(folder, "damaged.br");
    writeFileSync(path, "no such packing");
    expect(() => readModelFile(path)).toThrow(ModelFileError);
  });

  it("has a hash that tells files apart", () => {
    const path = written("hashed");
    const { hash } = readModelFile(path);
    expect(readModelFile(path).hash).toBe(hash);
    const other = new ModelFile("en");
    other.write(path);
    expect(readModelFile(path).hash).not.toBe(hash);
  });

  it("says which section is missing or of another type", () => {
    const model = readModelFile(written("asked"));
    expect(() => model.array("absent", "Int8")).toThrow('the model has no section "absent"');
    expect(() => model.array("words", "Int8")).toThrow('section "words" of the model is no Int8 array');
    expect(() => model.text("odd")).toThrow('the model has no text section "odd"');
  });

  it("is refused when it is something else or cut short", () => {
    const text = join(folder, "text");
    writeFileSync(text, "date 2022-01-10");
    expect(() => readModelFile(text)).toThrow(ModelFileError);
    const short = written("short");
    writeFileSync(short, readFileSync(short).subarray(0, -40));
    expect(() => readModelFile(short)).toThrow("is cut short in section");
  });
});
