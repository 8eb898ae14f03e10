import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { printedSchema } from "../kith.mjs";

const here = new URL(".", import.meta.url);

// Compiles accounts.js against the served schema; gives the artifacts by name.
export async function compiled() {
  writeFileSync(new URL("schema.graphql", here), await printedSchema());
  mkdirSync(new URL("artifacts", here), { recursive: true });
  const compiler = createRequire(import.meta.url).resolve("relay-compiler/cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, "relay.config.json"], {
    cwd: fileURLToPath(here),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`relay-compiler: ${stdout}${stderr}`);
  const artifacts = {};
  for (const file of readdirSync(new URL("artifacts", here))) {
    artifacts[file.replace(".graphql.js", "")] = (await import(`./artifacts/${file}`)).default;
  }
  return artifacts;
}
