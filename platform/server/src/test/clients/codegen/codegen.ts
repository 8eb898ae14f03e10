import type { CodegenConfig } from "@graphql-codegen/cli";

const scalars = { Date: "string", DateTime: "string", Decimal: "string", JSON: "unknown" };

const config: CodegenConfig = {
  schema: {
    [`${process.env.KITH_URL}/graphql`]: {
      headers: { Authorization: `Bearer ${process.env.KITH_TOKEN}` },
      oneOf: true,
    },
  },
  documents: "usage.ts",
  generates: {
    "generated/": { preset: "client", config: { scalars, useTypeImports: true } },
    "generated/schema.graphql": { plugins: ["schema-ast"] },
    "generated/types.ts": {
      plugins: ["typescript"],
      config: { scalars, useTypeImports: true },
    },
    "generated/operations.ts": {
      plugins: ["typescript-operations"],
      config: { scalars, useTypeImports: true },
    },
  },
};

export default config;
