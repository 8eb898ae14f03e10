import { object, sampleCatalog } from "@fake/catalog";
import { describe, expect, it } from "vitest";
import { objectNamed } from "@/api";
import {
  type BoundCondition,
  bindCondition,
  type Condition,
  filterOfAll,
  readCondition,
  writeCondition,
} from "./conditions";

const catalog = sampleCatalog();
const contact = objectNamed(catalog, "Contact") ?? object("Contact", "Contacts", []);

function bound(condition: Condition): BoundCondition {
  const found = bindCondition(catalog, contact, condition);
  if (found === null) throw new Error("not bound");
  return found;
}

describe("conditions", () => {
  it.each<Condition>([
    { path: ["interests"], operator: "hasAny", values: ["Product", "a,b:c ü%"] },
    { path: ["account", "name"], operator: "contains", values: ["Alfreds & Co"] },
    { path: ["email"], operator: "empty", values: [] },
  ])("read back from the address as they were written", (condition) => {
    expect(readCondition(writeCondition(condition))).toEqual(condition);
  });

  it("know the other side of a many-to-many field", () => {
    const campaign = objectNamed(catalog, "Campaign") ?? contact;
    const bound = bindCondition(catalog, campaign, { path: ["members"], operator: "hasAny", values: ["c1"] });
    expect(bound?.field).toMatchObject({ label: "Members", target: "Contact" });
    expect(bound && filterOfAll([bound])).toEqual({ members: { some: { id: { in: ["c1"] } } } });
  });

  it("fall away when the catalog has their field no more", () => {
    expect(bindCondition(catalog, contact, { path: ["gone"], operator: "is", values: ["1"] })).toBeNull();
    expect(bindCondition(catalog, contact, { path: ["email"], operator: "gt", values: ["1"] })).toBeNull();
    expect(readCondition("a.b.c:is:1")).toBeNull();
  });

  it("become the API's filter", () => {
    expect(filterOfAll([])).toBeNull();
    expect(filterOfAll([bound({ path: ["email"], operator: "contains", values: ["example"] })])).toEqual({
      email: { containsCi: "example" },
    });
    expect(
      filterOfAll([
        bound({ path: ["account"], operator: "in", values: ["0198"] }),
        bound({ path: ["account", "revenue"], operator: "between", values: ["1", "2"] }),
        bound({ path: ["newsletter"], operator: "no", values: [] }),
        bound({ path: ["lastContact"], operator: "relative", values: ["LAST_7_DAYS"] }),
      ]),
    ).toEqual({
      and: [
        { accountId: { in: ["0198"] } },
        { account: { revenue: { between: ["1", "2"] } } },
        { newsletter: { ne: true } },
        { lastContact: { relative: "LAST_7_DAYS" } },
      ],
    });
  });
});
