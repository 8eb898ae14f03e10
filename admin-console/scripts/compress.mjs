// Puts a compressed copy beside each text file of the build, so that the server need not compress anything.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const BUILT = "target/classes/console";
const SMALLEST = 1024;
// Past this the strongest setting takes long and gains little.
const LARGE = 1_000_000;

function filesUnder(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

for (const path of filesUnder(BUILT)) {
  if (!/\.(js|css|html|svg|json)$/.test(path)) continue;
  const content = readFileSync(path);
  if (content.length < SMALLEST) continue;
  const quality = content.length > LARGE ? 6 : 10;
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
}
