// Compiles assembly/ to WebAssembly and writes it into src/language/parser/kernels-wasm.ts, so that no build step needs the compiler.
import { writeFileSync } from "node:fs";
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
writeFileSync(
  `${root}/src/language/parser/kernels-wasm.ts`,
  `/** The compiled routines of \`assembly/\`; made by \`npm run kernels\`. */\nexport const KERNELS_BASE64 =\n  "${base64}";\n`,
);
