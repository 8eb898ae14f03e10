// Called by Maven: installs the packages and builds, each only when its inputs changed since the last time.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const INPUTS = [
  "index.html",
  "graphiql.html",
  "package.json",
  "package-lock.json",
  "vite.config.ts",
  "tsconfig.json",
  "scripts",
  "public",
  "src",
];
const STAMP = "target/console.sha256";
const BUILT = "target/classes/console/index.html";
const INSTALLED = "node_modules/.kith-lock.sha256";

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function digest(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesUnder)) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function isCurrent(stamp, wanted) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}

function npm(...args) {
  const { status } = spawnSync("npm", args, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

const inputs = digest(INPUTS);
if (existsSync(BUILT) && isCurrent(STAMP, inputs)) {
  process.exit(0);
}
const lock = digest(["package-lock.json"]);
if (!isCurrent(INSTALLED, lock)) {
  npm("ci", "--no-audit", "--no-fund");
  writeFileSync(INSTALLED, lock);
}
npm("run", "--silent", "build");
mkdirSync("target", { recursive: true });
writeFileSync(STAMP, inputs);
