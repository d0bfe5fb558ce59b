import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = [
  process.env.DRAGOMAN_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** What to tell where there is no browser: one line, with the remedy. */
export const NO_CHROMIUM =
  "browser tests are skipped: no Chromium found; install one (apt-get install chromium) or name it in DRAGOMAN_CHROMIUM";

function foundChromium() {
  return PLACES.find((path) => path !== undefined && existsSync(path));
}

/** Path of a Chromium; Debian's is installed where this user may install it. `undefined` where there is none. */
export function chromiumPath() {
  const found = foundChromium();
  const mayInstall =
    process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (found !== undefined || !mayInstall) return found;
  try {
    const options = {
      stdio: "ignore",
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    };
    execFileSync("apt-get", ["update"], options);
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], options);
  } catch {
    return undefined;
  }
  return foundChromium();
}

export function launchChromium(executablePath) {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, chromiumSandbox: !isRoot, args: ["--disable-dev-shm-usage"] });
}
