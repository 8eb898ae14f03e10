// Fails the build when the script that the first page loads grows past the budget of 250 kB compressed,
// or where a style sheet has lost its colours of the light and the dark.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const BUILT = "target/classes/console";
const BUDGET = 250_000;

const manifest = JSON.parse(readFileSync(join(BUILT, ".vite/manifest.json"), "utf8"));

function staticChunks(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) staticChunks(next, seen);
  return seen;
}

const chunks = [...staticChunks("index.html")].map((key) => manifest[key].file);
const sizes = chunks.map((file) => gzipSync(readFileSync(join(BUILT, file))).length);
const total = sizes.reduce((sum, size) => sum + size, 0);
const share = `${(total / 1000).toFixed(0)} kB of ${BUDGET / 1000} kB`;
if (total > BUDGET) {
  console.error(`The first load is too large: ${share} compressed script in ${chunks.length} files`);
  process.exit(1);
}
console.info(`First load: ${share} compressed script in ${chunks.length} files`);

const faded = readdirSync(join(BUILT, "assets")).filter(
  (file) => file.endsWith(".css") && readFileSync(join(BUILT, "assets", file), "utf8").includes("--lightningcss-"),
);
if (faded.length > 0) {
  console.error(
    `light-dark() was written for browsers without it, where no color-scheme is known: ${faded.join(", ")}`,
  );
  process.exit(1);
}
