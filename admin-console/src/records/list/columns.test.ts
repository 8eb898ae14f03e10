import { field, object, sampleCatalog } from "@fake/catalog";
import { describe, expect, it } from "vitest";
import { objectNamed } from "@/api";
import { columnsOf, defaultColumns, nextSort, orderOf, readSort, writeSort } from "./columns";

const account = objectNamed(sampleCatalog(), "Account") ?? object("Account", "Accounts", []);

describe("sorting", () => {
  it("goes up, down and off with each click", () => {
    const up = nextSort(null, "revenue");
    const down = nextSort(up, "revenue");
    expect([writeSort(up), writeSort(down), nextSort(down, "revenue")]).toEqual(["revenue", "-revenue", null]);
  });

  it("reads back from the address", () => {
    expect(readSort("-revenue")).toEqual({ field: "revenue", isDescending: true });
    expect(readSort(null)).toBeNull();
  });

  it("sorts a reference by the name of its record, and nothing by what cannot be sorted", () => {
    expect(orderOf(account, readSort("parent"))).toEqual([{ parent: { name: "ASC_NULLS_LAST" } }]);
    expect(orderOf(account, readSort("description"))).toEqual([]);
    expect(orderOf(account, readSort("gone"))).toEqual([]);
  });
});

describe("columns", () => {
  it("put the keys of other systems behind what people read", () => {
    const order = object("Order", "Orders", [
      field("number", "text", { externalId: true }),
      ...["a", "b", "c", "d", "e"].map((name) => field(name, "text")),
    ]);
    expect(defaultColumns(order)).toEqual(["name", "a", "b", "c", "d", "e", "number", "owner"]);
  });

  it("always begin with the name and skip what is gone", () => {
    expect(columnsOf(account, ["revenue", "gone", "name"]).map(({ name }) => name)).toEqual(["name", "revenue"]);
  });
});
