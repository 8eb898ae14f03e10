import { field, object, picklist } from "@fake/catalog";
import { describe, expect, it } from "vitest";
import { blankForm, createInput, formOf, updateInput } from "./fieldForm";
import { functionsOf, rollUpFormOf } from "./rollUpForm";

const property = object("Property", "Properties", []);

describe("the input of a field", () => {
  it("says only what was said and what the type has", () => {
    const form = { ...blankForm(property, "currency"), label: "Price", name: "price", required: true, maxLength: "9" };
    expect(createInput(property, form)).toEqual({
      object: "Property",
      name: "price",
      type: "currency",
      label: "Price",
      required: true,
    });
  });

  it("takes a picklist's labels as values where none are given", () => {
    const form = {
      ...blankForm(property, "picklist"),
      label: "State",
      name: "state",
      values: [
        { key: 0, label: "For sale", value: "", isActive: true },
        { key: 1, label: "", value: "", isActive: true },
        { key: 2, label: "Sold", value: "SOLD", isActive: false },
      ],
    };
    expect(createInput(property, form).values).toEqual([
      { value: "For sale", label: "For sale", isActive: true },
      { value: "SOLD", label: "Sold", isActive: false },
    ]);
  });

  it("names the list on the target", () => {
    const form = { ...blankForm(property, "lookup"), label: "Agent", name: "agent", targets: ["User"] };
    expect(createInput(property, form)).toMatchObject({
      target: "User",
      inverseName: "properties",
      inverseLabel: "Properties",
    });
  });

  it("asks nothing of values that are computed", () => {
    const form = {
      ...blankForm(property, "currency"),
      label: "Tax",
      name: "tax",
      required: true,
      readOnly: true,
      formula: " price * 0.19 ",
    };
    expect(createInput(property, form)).toEqual({
      object: "Property",
      name: "tax",
      type: "currency",
      label: "Tax",
      formula: "price * 0.19",
    });
  });

  it("says what a field sums up, and asks nothing of its values", () => {
    const account = {
      ...property,
      relations: [{ name: "deals", label: "Deals", target: "Deal", field: "account", manyToMany: false }],
    };
    const rollUp = rollUpFormOf(account, "deals", "currency");
    expect(rollUp).toMatchObject({ object: "Deal", through: "account", function: "sum" });
    const form = {
      ...blankForm(account, "currency"),
      label: "Won",
      name: "won",
      required: true,
      rollUp: rollUp === null ? null : { ...rollUp, of: "amount", where: " stage == 'Won' " },
    };
    expect(createInput(account, form)).toEqual({
      object: "Property",
      name: "won",
      type: "currency",
      label: "Won",
      rollUp: { object: "Deal", through: "account", function: "sum", of: "amount", where: "stage == 'Won'" },
    });
  });

  it("changes a roll-up alone", () => {
    const rollUp = { object: "Deal", through: "account", function: "count", of: null, where: null } as const;
    const before = formOf(field("deals", "number", { rollUp, readOnly: true }));
    expect(updateInput(before, { ...before })).toEqual({});
    const after = before.rollUp === null ? null : { ...before.rollUp, where: "isOpen" };
    expect(updateInput(before, { ...before, rollUp: after })).toEqual({
      rollUp: { object: "Deal", through: "account", function: "count", where: "isOpen" },
    });
  });

  it("offers the functions whose results a type can hold", () => {
    expect(functionsOf("number")).toContain("count");
    expect(functionsOf("currency")).not.toContain("count");
    expect(functionsOf("dateTime")).toEqual(["min", "max"]);
    expect(functionsOf("text")).toEqual([]);
  });

  it("changes a formula alone", () => {
    const before = formOf(field("tax", "currency", { formula: "price * 0.19", readOnly: true }));
    expect(updateInput(before, { ...before, formula: "price * 0.2" })).toEqual({ formula: "price * 0.2" });
    expect(updateInput(before, before)).toEqual({});
  });

  it("changes only what differs", () => {
    const before = formOf(picklist("state", ["A", "B"]));
    expect(updateInput(before, before)).toEqual({});
    expect(updateInput(before, { ...before, label: "Status", required: true })).toEqual({
      label: "Status",
      required: true,
    });
    const number = formOf(field("rooms", "number", { defaultValue: "3" }));
    expect(updateInput(number, { ...number, defaultValue: "4" })).toEqual({ defaultValue: "4" });
  });
});
