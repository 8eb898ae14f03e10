import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Where `npm run dev` finds a running Kith; without it the pages run against the fake of the tests. */
const backend = process.env.KITH_URL;

async function standIn() {
  const { fakeKithServer } = await import("./test/fake/viteServer.ts");
  return fakeKithServer();
}

export default defineConfig(
  async ({ command, mode }): Promise<ViteUserConfig> => ({
    plugins: [react(), ...(command === "serve" && mode !== "test" && backend === undefined ? [await standIn()] : [])],
    resolve: { alias: { "@fake": path("./test/fake"), "@test": path("./test"), "@": path("./src") } },
    build: {
      outDir: "target/classes/console",
      emptyOutDir: true,
      manifest: true,
      target: "es2023",
      // Older ones are taken to lack light-dark(), whose stand-in needs a color-scheme that a style sheet sets itself.
      cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
      chunkSizeWarningLimit: 6000,
      rolldownOptions: {
        input: { index: path("./index.html"), graphiql: path("./graphiql.html") },
        onLog: (level, log, handle) => {
          // Said of the explorer's libraries, whose directives are for a compiler that is not used here.
          if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
        },
      },
    },
    // The explorer brings workers, which only a build can bundle.
    optimizeDeps: { exclude: ["graphiql/setup-workers/vite"] },
    server: {
      host: "127.0.0.1",
      proxy:
        backend === undefined
          ? {}
          : Object.fromEntries(["/graphql", "/auth"].map((prefix) => [prefix, { target: backend }])),
    },
    test: {
      environment: "jsdom",
      globals: true,
      setupFiles: ["./test/setup.ts"],
      include: ["src/**/*.test.{ts,tsx}"],
      reporters: ["default", ["junit", { outputFile: "target/vitest.xml" }]],
      testTimeout: 120_000,
      env: { TZ: "Europe/Vienna" },
      css: false,
    },
  }),
);
