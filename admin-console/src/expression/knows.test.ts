import { expect, it } from "vitest";
import { knows } from "./knows";
import type { ExpressionTree } from "./tree";

const name: ExpressionTree = { is: "field", kind: "TEXT", path: [], name: "name" };

function call(signature: string): ExpressionTree {
  return { is: "call", function: signature, kind: "TEXT", nulls: "PASS", arguments: [name] };
}

it("knows what is made of functions that it has", () => {
  expect(knows({ is: "joined", left: call("upper(text)"), right: name })).toBe(true);
});

it("does not know what has a function in it that came later", () => {
  expect(knows({ is: "joined", left: name, right: call("rhyme(text)") })).toBe(false);
});
