// Compiles src/ into dist/, unless dist/ is already newer than everything it is made from.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = join(root, "dist", "cli", "main.js");

function newestIn(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

const inputs = ["src", "tsconfig.json", "package-lock.json"].map((name) => newestIn(join(root, name)));
if (existsSync(stamp) && statSync(stamp).mtimeMs > Math.max(...inputs)) process.exit(0);

rmSync(join(root, "dist"), { recursive: true, force: true });
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
try {
  execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json")], {
    stdio: "inherit",
    cwd: root,
  });
} catch {
  process.exit(1);
}
chmodSync(stamp, 0o755);
