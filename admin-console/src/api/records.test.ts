import { field, object, sampleCatalog } from "@fake/catalog";
import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { objectNamed } from "./catalog";
import {
  createDocument,
  linkDocument,
  listDocument,
  recordId,
  relatedDocument,
  selectionOf,
  updateDocument,
} from "./records";
import { inputType } from "./typeNames";

const catalog = sampleCatalog();
const account = objectNamed(catalog, "Account") ?? object("Account", "Accounts", []);

describe("documents", () => {
  it("asks a list for its columns, and for the count on the first page only", () => {
    const request = { filter: { industry: { in: ["Retail"] } }, orderBy: [{ revenue: "DESC_NULLS_LAST" }], first: 50 };
    const columns = account.fields.filter(({ name }) => ["name", "revenue", "parent"].includes(name));
    const first = listDocument(catalog, account, columns, request, null);
    const second = listDocument(catalog, account, columns, request, "cursor");
    expect(() => parse(first.query)).not.toThrow();
    expect(first.query).toContain("nodes { id name revenue revenueCurrency parent { id name } }");
    expect(first.query).toContain("cappedCount(max: 1000)");
    expect(second.query).not.toContain("cappedCount");
    expect(first.variables).toEqual(request);
    expect(second.variables).toEqual({ ...request, after: "cursor" });
  });

  it("sends no filter and no order where there are none", () => {
    const { variables } = listDocument(catalog, account, [], { filter: null, orderBy: [], first: 50 }, null);
    expect(variables).toEqual({ first: 50 });
  });

  it("writes against the version that was read", () => {
    const id = recordId("0198");
    const operation = updateDocument(catalog, account, id, { revenue: "12.50" }, 3);
    expect(() => parse(operation.query)).not.toThrow();
    expect(operation.variables).toEqual({ id, data: { revenue: "12.50" }, ifVersion: 3 });
  });

  it("creates with the input type of the object", () => {
    expect(createDocument(catalog, account, { name: "Acme" }).query).toContain("$data: AccountCreateInput!");
  });

  it("asks for all related lists at once", () => {
    const lists = account.relations.map((relation) => ({ relation, fields: [], first: 5 }));
    const { query } = relatedDocument(account, recordId("0198"), lists);
    expect(() => parse(query)).not.toThrow();
    expect(query).toContain("contacts(first: 5)");
  });

  it("selects a many-to-many field as a list", () => {
    expect(selectionOf(field("tags", "manyToMany", { target: "Tag" }))).toBe(
      "tags(first: 50) { pageInfo { hasNextPage } nodes { id name } }",
    );
  });

  it("links from the side that has the field, in one operation", () => {
    const contact = objectNamed(catalog, "Contact") ?? account;
    const campaign = objectNamed(catalog, "Campaign") ?? account;
    const [members] = campaign.relations;
    const campaigns = contact.relations.find(({ name }) => name === "campaigns");
    if (members === undefined || campaigns === undefined) throw new Error("no relations");
    const [a, b, c] = [recordId("a"), recordId("b"), recordId("c")];
    const own = linkDocument(catalog, contact, a, campaigns, campaign, "connect", [b, c]);
    expect(own.variables).toEqual({ id: "a", data: { campaigns: { connect: [{ id: "b" }, { id: "c" }] } } });
    const back = linkDocument(catalog, campaign, a, members, contact, "disconnect", [b, c]);
    expect(() => parse(back.query)).not.toThrow();
    expect(back.variables).toEqual({ data: { campaigns: { disconnect: [{ id: "a" }] } }, id0: "b", id1: "c" });
    expect(back.query).toContain("id1: updateContact(id: $id1, data: $data)");
  });

  it("keeps a derived type apart from an object of that name", () => {
    const clash = { ...catalog, objects: [...catalog.objects, object("AccountFilter", "AccountFilters", [])] };
    expect(inputType(clash, account, "Filter")).toBe("Account_Filter");
    expect(inputType(catalog, account, "Filter")).toBe("AccountFilter");
  });
});
