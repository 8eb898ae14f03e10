import { describe, expect, it } from "vitest";
import { blankSet, holdingFor, withAllFields, withField, withoutObject, withRight } from "./permissions";

describe("what a permission set says", () => {
  it("lets the line of all objects hold for those without one", () => {
    const set = withRight(blankSet(), "*", "read", true);
    expect(holdingFor(set, "Account")).toEqual({ rights: ["read"], allFields: "edit" });
  });

  it("begins an object's own line with what held for it", () => {
    const set = withRight(withRight(blankSet(), "*", "read", true), "Account", "update", true);
    expect(set.objects.Account).toEqual({ rights: ["read", "update"], allFields: "edit" });
    expect(set.objects["*"]?.rights).toEqual(["read"]);
    expect(withoutObject(set, "Account").objects).toEqual({ "*": set.objects["*"] });
  });

  it("takes rights back and says something about single fields", () => {
    const set = withField(withRight(blankSet(), "Account", "read", true), "Account", "revenue", "read");
    expect(set.objects.Account?.fields).toEqual({ revenue: "read" });
    expect(withField(set, "Account", "revenue", null).objects.Account?.fields).toEqual({});
    expect(withRight(set, "Account", "read", false).objects.Account?.rights).toEqual([]);
  });

  it("mutes no fields unasked", () => {
    const set = withRight(blankSet("muting"), "Account", "delete", true);
    expect(set.objects.Account).toEqual({ rights: ["delete"], allFields: "none" });
    expect(withAllFields(set, "Account", "edit").objects.Account?.allFields).toBe("edit");
  });
});
