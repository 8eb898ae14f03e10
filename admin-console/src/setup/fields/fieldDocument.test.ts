import { expect, it } from "vitest";
import { changedDocument } from "./fieldDocument";

const current = {
  kind: "Field",
  id: "0198",
  object: "Thing",
  name: "color",
  label: "Color",
  type: "picklist",
  help: "Which?",
  storage: "more_3",
  values: [{ value: "red", label: "Red" }],
};

it("takes an expression in the place of a default, and gives it back", () => {
  const computed = changedDocument(current, { defaultValue: null, defaultExpression: "upper(name)" });
  expect(computed.default).toEqual({ expression: "upper(name)" });
  expect(changedDocument(computed, { defaultExpression: null })).not.toHaveProperty("default");
  expect(changedDocument(computed, { defaultExpression: null, defaultValue: "red" }).default).toBe("red");
});

it("makes a change in the words of documents, and leaves out what the platform gives", () => {
  const changed = changedDocument(current, {
    required: true,
    defaultValue: "red",
    helpText: null,
    values: [{ value: "red", label: "Crimson", isActive: false }],
  });
  expect(changed).toEqual({
    kind: "Field",
    object: "Thing",
    name: "color",
    label: "Color",
    type: "picklist",
    required: true,
    default: "red",
    values: [{ value: "red", label: "Crimson", active: false }],
  });
});
