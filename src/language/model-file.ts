import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";

const MAGIC = "DRGM0001";
const ALIGNMENT = 8;

const ARRAY_TYPES = {
  Int8: Int8Array,
  Uint8: Uint8Array,
  Int16: Int16Array,
  Uint16: Uint16Array,
  Int32: Int32Array,
  Uint32: Uint32Array,
  Float32: Float32Array,
} as const;

type ArrayType = keyof typeof ARRAY_TYPES;

/** The arrays a model file can hold. */
export type SectionArray =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array;

interface SectionEntry {
  readonly name: string;
  readonly type: ArrayType | "Text";
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** Bytes. */
  readonly length: number;
}

interface Header {
  readonly language: string;
  readonly sections: readonly SectionEntry[];
}

/** Named arrays and texts of a trained model, as read from or to be written to one file. */
export class ModelFile {
  /** BCP 47 code of the language the model is for. */
  readonly language: string;
  /** SHA-256 of the file's bytes as hexadecimal; empty for a model not read from a file. */
  readonly hash: string;
  readonly #sections = new Map<string, SectionArray | string>();

  constructor(language: string, hash = "") {
    this.language = language;
    this.hash = hash;
  }

  set(name: string, section: SectionArray | string): void {
    this.#sections.set(name, section);
  }

  /** @throws ModelFileError when the section is missing */
  get(name: string): SectionArray | string {
    const section = this.#sections.get(name);
    if (section === undefined) throw new ModelFileError(`the model has no section "${name}"`);
    return section;
  }

  get names(): string[] {
    return [...this.#sections.keys()];
  }

  /** @throws ModelFileError when the section is missing or of another type */
  array<Type extends ArrayType>(name: string, type: Type): InstanceType<(typeof ARRAY_TYPES)[Type]> {
    const section = this.get(name);
    if (!(section instanceof ARRAY_TYPES[type])) {
      throw new ModelFileError(`section "${name}" of the model is no ${type} array`);
    }
    return section as InstanceType<(typeof ARRAY_TYPES)[Type]>;
  }

  /** @throws ModelFileError when the section is missing or no text */
  text(name: string): string {
    const section = this.get(name);
    if (typeof section !== "string") throw new ModelFileError(`the model has no text section "${name}"`);
    return section;
  }

  /** Writes the file: magic, header length (uint32, little-endian), JSON header, aligned sections. */
  write(path: string): void {
    const bodies = [...this.#sections].map(([name, section]) => ({
      name,
      type: typeOf(section),
      bytes:
        typeof section === "string"
          ? Buffer.from(section, "utf8")
          : Buffer.from(section.buffer, section.byteOffset, section.byteLength),
    }));
    // Offsets are counted from the end of the header, whose own length depends on them.
    let offset = 0;
    const sections = bodies.map(({ name, type, bytes }) => {
      const entry = { name, type, offset, length: bytes.length };
      offset = aligned(offset + bytes.length);
      return entry;
    });
    const json = JSON.stringify({ language: this.language, sections } satisfies Header);
    const headerLength = aligned(MAGIC.length + 4 + Buffer.byteLength(json));
    const file = Buffer.alloc(headerLength + offset);
    file.write(MAGIC, 0, "latin1");
    file.writeUInt32LE(Buffer.byteLength(json), MAGIC.length);
    file.write(json, MAGIC.length + 4, "utf8");
    for (const [index, { bytes }] of bodies.entries()) {
      bytes.copy(file, headerLength + (sections[index] as SectionEntry).offset);
    }
    writeFileSync(path, isPacked(path) ? brotliCompressSync(file) : file);
  }
}

/** A file that ends in `.br` is compressed as a whole: half the size for some 40 ms of reading. */
function isPacked(path: string): boolean {
  return path.endsWith(".br");
}

/** A model file that cannot be used: missing section, wrong format, cut short. */
export class ModelFileError extends Error {
  override readonly name = "ModelFileError";
}

/**
 * Reads a model file; its arrays are views on the file's bytes.
 *
 * @throws ModelFileError when the file is no model of this version
 */
export function readModelFile(path: string): ModelFile {
  const file = isPacked(path) ? unpacked(path) : readFileSync(path);
  if (file.toString("latin1", 0, MAGIC.length) !== MAGIC) {
    throw new ModelFileError(`${path} is no Dragoman model of this version (it does not open with ${MAGIC})`);
  }
  const jsonLength = file.readUInt32LE(MAGIC.length);
  const bodyStart = MAGIC.length + 4;
  const header = JSON.parse(file.toString("utf8", bodyStart, bodyStart + jsonLength)) as Header;
  const sectionsStart = aligned(bodyStart + jsonLength);
  // readFileSync may hand out a slice of a shared pool; a fresh buffer is aligned.
  const bytes = new Uint8Array(file).buffer;
  const model = new ModelFile(header.language, createHash("sha256").update(file).digest("hex"));
  for (const { name, type, offset, length } of header.sections) {
    const start = sectionsStart + offset;
    if (start + length > file.length) throw new ModelFileError(`${path} is cut short in section "${name}"`);
    if (type === "Text") model.set(name, file.toString("utf8", start, start + length));
    else {
      const arrayType = ARRAY_TYPES[type];
      model.set(name, new arrayType(bytes, start, length / arrayType.BYTES_PER_ELEMENT));
    }
  }
  return model;
}

function unpacked(path: string): Buffer {
  try {
    return brotliDecompressSync(readFileSync(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw error;
    throw new ModelFileError(`${path} is cut short or damaged: it cannot be unpacked`, { cause: error });
  }
}

function typeOf(section: SectionArray | string): SectionEntry["type"] {
  if (typeof section === "string") return "Text";
  return section.constructor.name.replace("Array", "") as ArrayType;
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
