import { field, object, withRelations } from "@fake/catalog";
import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

/** A workspace with visits, which are about accounts or contacts. */
function withVisits() {
  const kith = new FakeKith();
  const about = field("about", "lookup", {
    targets: ["Account", "Contact"],
    inverseName: "visits",
    inverseLabel: "Visits",
  });
  kith.objects = withRelations([
    ...kith.objects,
    object("Visit", "Visits", [about, field("minutes", "number")], { icon: "calendar", keepsHistory: true }),
  ]);
  const [account] = kith.rows.Account ?? [];
  const [contact] = kith.rows.Contact ?? [];
  if (account === undefined || contact === undefined) throw new Error("no records");
  const audit = kith.insert("Visit", { name: "Audit", about: account });
  const breakfast = kith.insert("Visit", { name: "Breakfast", about: contact });
  return { kith, account, contact, audit, breakfast };
}

const written = (kith: FakeKith) => kith.operations.findLast(({ query }) => query.startsWith("mutation"));

describe("a lookup with several targets", () => {
  it("shows in a list which record it is, and of which object", async () => {
    const { kith, account, contact } = withVisits();
    renderApp("/t/northwind/o/Visit", kith);
    const link = await screen.findByRole("link", { name: String(account.name) });
    expect(link).toHaveAttribute("href", `/t/northwind/o/Account/${account.id}`);
    expect(screen.getByRole("link", { name: String(contact.name) })).toHaveAttribute(
      "href",
      `/t/northwind/o/Contact/${contact.id}`,
    );
    expect(screen.getByRole("img", { name: "Account" })).toBeInTheDocument();
    expect(screen.getByRole("img", { name: "Contact" })).toBeInTheDocument();
  });

  it("is filtered by object and by record", async () => {
    const { kith, contact } = withVisits();
    renderApp(`/t/northwind/o/Visit?f=aboutType:in:Contact&f=about:in:${contact.id}`, kith);
    expect(await screen.findByRole("link", { name: "Breakfast" })).toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "Audit" })).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: /Edit filter About: object .* Contact/ })).toBeInTheDocument();
    expect(
      await screen.findByRole("button", { name: new RegExp(`Edit filter About .* ${contact.name}`) }),
    ).toBeInTheDocument();
    const asked = kith.operations.findLast(({ query }) => query.startsWith("query VisitList"));
    expect(asked?.variables.filter).toEqual({
      and: [{ aboutType: { in: ["Contact"] } }, { aboutId: { in: [contact.id] } }],
    });
  });

  it("is chosen among the records of all its targets", async () => {
    const { kith, contact, audit } = withVisits();
    const { user } = renderApp(`/t/northwind/o/Visit/${audit.id}`, kith);
    await user.click(await screen.findByRole("button", { name: "Edit" }));
    const input = screen.getByLabelText("About", { selector: "input" });
    await user.click(input);
    const list = await screen.findByRole("listbox");
    await waitFor(() => expect(within(list).getByText("Accounts")).toBeInTheDocument());
    expect(within(list).getByText("Contacts")).toBeInTheDocument();
    await user.clear(input);
    await user.type(input, String(contact.name).slice(0, 6));
    await user.click(await screen.findByRole("option", { name: String(contact.name) }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("button", { name: "Edit" });
    expect(written(kith)?.variables.data).toEqual({ about: { id: contact.id } });
    expect(await screen.findByRole("link", { name: String(contact.name) })).toBeInTheDocument();
  });

  it("gives its targets a list, from which a new one is made", async () => {
    const { kith, account } = withVisits();
    const { user } = renderApp(`/t/northwind/o/Account/${account.id}`, kith);
    const card = await screen.findByRole("region", { name: "Visits" });
    expect(await within(card).findByRole("link", { name: "Audit" })).toBeInTheDocument();
    expect(within(card).queryByRole("link", { name: "Breakfast" })).not.toBeInTheDocument();
    await user.click(within(card).getByRole("link", { name: "Add to Visits" }));
    expect(await screen.findByDisplayValue(String(account.name))).toBeInTheDocument();
    await user.type(screen.getByLabelText(/^Name/), "Follow-up");
    await user.click(screen.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(written(kith)?.variables.data).toMatchObject({ about: { id: account.id } }));
  });
});

describe("a lookup in setup", () => {
  it("is made to point to several objects", async () => {
    const { kith } = withVisits();
    const { user } = renderApp("/t/northwind/setup/o/Campaign", kith);
    await user.click(await screen.findByRole("button", { name: "New field" }));
    await user.click(await screen.findByRole("button", { name: /^Lookup/ }));
    await user.type(screen.getByLabelText(/^Label/), "Subject");
    const targets = screen.getByLabelText(/^Points to/, { selector: "input" });
    await user.click(targets);
    await user.click(await screen.findByRole("option", { name: "Account" }));
    await user.click(await screen.findByRole("option", { name: "Visit" }));
    await user.click(screen.getByRole("button", { name: "Create" }));
    await waitFor(() => {
      const made = kith.operations.find(({ query }) => query.includes("createField"));
      expect(made?.variables.input).toMatchObject({ name: "subject", type: "lookup", targets: ["Account", "Visit"] });
    });
  });

  it("takes another target later", async () => {
    const { kith } = withVisits();
    const { user } = renderApp("/t/northwind/setup/o/Visit", kith);
    await user.click(await screen.findByRole("button", { name: "About" }));
    await screen.findByRole("dialog", { name: "Edit About" });
    await user.click(screen.getByLabelText(/^Points to/, { selector: "input" }));
    await user.click(await screen.findByRole("option", { name: "Campaign" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => {
      const changed = kith.operations.find(({ query }) => query.includes("updateField"));
      expect(changed?.variables.input).toEqual({ targets: ["Account", "Contact", "Campaign"] });
    });
  });
});
