// Compiles assembly/ to WebAssembly and writes it into src/language/parser/kernels-wasm.ts, so that no build step needs the compiler.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = new Map();
const { error, stderr } = await asc.main(
  [
    "assembly/index.ts",
    "--baseDir",
    root,
    "--outFile",
    "kernels.wasm",
    "-O3",
    "--noAssert",
    "--enable",
    "simd",
  ].concat(["--runtime", "stub", "--importMemory", "--initialMemory", "1", "--disableWarning", "112"]),
  { writeFile: (name, contents) => files.set(name, contents) },
);
if (error) {
  process.stderr.write(`${stderr.toString()}\n${error.message}\n`);
  process.exit(1);
}
const base64 = Buffer.from(files.get("kernels.wasm")).toString("base64");
const sources = createHash("sha256");
for (const name of readdirSync(`${root}/assembly`).sort())
  sources.update(readFileSync(`${root}/assembly/${name}`));
writeFileSync(
  `${root}/src/language/parser/kernels-wasm.ts`,
  `/** SHA-256 of the files of \`assembly/\` that the routines below were compiled from. */
export const KERNEL_SOURCES = "${sources.digest("hex")}";

/** The compiled routines of \`assembly/\`; made by \`npm run kernels\`. */
export const KERNELS_BASE64 =
  "${base64}";
`,
);
