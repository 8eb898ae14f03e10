import { field } from "@fake/catalog";
import { describe, expect, it } from "vitest";
import { recordId } from "@/api";
import { FIELD_KINDS, kindOf } from "./kinds";

const reference = (id: string) => ({ id: recordId(id), name: id });

describe("field kinds", () => {
  it("sends an empty text as no value", () => {
    expect(FIELD_KINDS.text.input("", "x", field("title", "text"))).toBeNull();
  });

  it("sends a number as an exact decimal and refuses what is none", () => {
    const price = field("price", "currency");
    expect(FIELD_KINDS.currency.input("1,234.50", "", price)).toBe("1234.50");
    expect(FIELD_KINDS.currency.check("abc", price)).toBe("Enter a number.");
    expect(FIELD_KINDS.currency.check("1.234567", price)).toBe("At most 2 decimals.");
    expect(FIELD_KINDS.currency.check("", price)).toBeNull();
  });

  it("connects and disconnects only what changed", () => {
    const tags = field("tags", "manyToMany", { target: "Tag" });
    const input = FIELD_KINDS.manyToMany.input(
      [reference("a"), reference("c")],
      [reference("a"), reference("b")],
      tags,
    );
    expect(input).toEqual({ connect: [{ id: "c" }], disconnect: [{ id: "b" }] });
  });

  it("sends a reference by its id and none as null", () => {
    const account = field("account", "lookup", { target: "Account" });
    expect(FIELD_KINDS.lookup.input(reference("a"), null, account)).toEqual({ id: "a" });
    expect(FIELD_KINDS.lookup.input(null, reference("a"), account)).toBeNull();
  });

  it("starts a new record with the default", () => {
    expect(
      kindOf(field("stage", "picklist", { defaultValue: "New" })).draft(
        field("stage", "picklist", { defaultValue: "New" }),
        null,
      ),
    ).toBe("New");
    expect(FIELD_KINDS.boolean.draft(field("active", "boolean", { defaultValue: true }), null)).toBe(true);
  });
});
