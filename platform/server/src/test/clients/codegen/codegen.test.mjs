import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const { resolve } = createRequire(import.meta.url);

function run(program, ...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    encoding: "utf8",
  });
  assert.equal(status, 0, `${stdout}${stderr}`);
}

test("generates types from the address of the server", () => {
  run(join(dirname(resolve("@graphql-codegen/cli/package.json")), "cjs/bin.js"), "--config", "codegen.ts");
});

test("generates TypeScript that compiles, and that knows what fields there are", () => {
  run(resolve("typescript/bin/tsc"), "--project", "tsconfig.json");
});
