// Compiles src/ into dist/ and web/ into dist/web/, each unless it is already newer than everything it is made from.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

function newestIn(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const names = readdirSync(path).filter((name) => name !== "node_modules");
  return Math.max(0, ...names.map((name) => newestIn(join(path, name))));
}

function isFresh(made, inputs) {
  const newest = Math.max(...inputs.map((name) => newestIn(join(root, name))));
  return existsSync(made) && statSync(made).mtimeMs > newest;
}

/** Runs a script of Node's; ends this one where it fails, since it has said why. */
function run(script, args, cwd) {
  try {
    execFileSync(process.execPath, [join(root, "node_modules", script), ...args], { stdio: "inherit", cwd });
  } catch {
    process.exit(1);
  }
}

function buildProgram() {
  const main = join(root, "dist", "cli", "main.js");
  if (isFresh(main, ["src", "tsconfig.json", "package-lock.json"])) return;
  if (existsSync(join(root, "dist"))) {
    for (const name of readdirSync(join(root, "dist")).filter((name) => name !== "web")) {
      rmSync(join(root, "dist", name), { recursive: true, force: true });
    }
  }
  run("typescript/bin/tsc", ["-p", join(root, "tsconfig.build.json")], root);
  chmodSync(main, 0o755);
}

function buildPages() {
  if (isFresh(join(root, "dist", "web", "index.html"), ["web", "package-lock.json"])) return;
  run("vite/bin/vite.js", ["build", "--logLevel", "warn"], join(root, "web"));
}

buildProgram();
buildPages();
