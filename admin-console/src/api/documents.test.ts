import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { expect, it } from "vitest";
import { CATALOG_DOCUMENT } from "./catalog";
import { INSIGHT } from "./insight";
import { METADATA } from "./metadata";
import { RULE_LOG } from "./ruleLog";

const SCHEMA = "../graphql-api/src/main/resources/kith/graphql/metadata.graphqls";

it("asks the metadata API for nothing that it does not have", () => {
  const schema = buildSchema(readFileSync(SCHEMA, "utf8"));
  const documents: readonly string[] = [CATALOG_DOCUMENT, ...[METADATA, INSIGHT, RULE_LOG].flatMap(Object.values)];
  expect(documents.flatMap((document) => validate(schema, parse(document))).map(({ message }) => message)).toEqual([]);
});
