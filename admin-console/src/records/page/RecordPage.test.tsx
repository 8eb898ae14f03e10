import { field } from "@fake/catalog";
import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

function atFirstAccount() {
  const kith = new FakeKith();
  const account = kith.rows.Account?.[0];
  if (account === undefined) throw new Error("no account");
  return { account, ...renderApp(`/t/northwind/o/Account/${account.id}`, kith) };
}

describe("the record page", () => {
  it("shows the facts and the related lists", async () => {
    atFirstAccount();
    await screen.findByRole("heading", { name: "Alfreds Futterkiste" });
    expect(screen.getByText("€1,250,000.50")).toBeInTheDocument();
    const contacts = await screen.findByRole("region", { name: "Contacts" });
    expect(await within(contacts).findByRole("link", { name: "Maria Anders" })).toBeInTheDocument();
  });

  it("saves only what was changed, against the version it read", async () => {
    const { user, kith, account } = atFirstAccount();
    await user.click(await screen.findByRole("button", { name: "Edit" }));
    const employees = screen.getByLabelText("Employees");
    await user.clear(employees);
    await user.type(employees, "130");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByText("130");
    const sent = kith.operations.findLast(({ query }) => query.startsWith("mutation"));
    expect(sent?.variables).toEqual({ id: account.id, data: { employees: "130" }, ifVersion: 1 });
  });

  it("shows a conflict, overwrites nothing, and goes on from the new version", async () => {
    const { user, account } = atFirstAccount();
    await user.click(await screen.findByRole("button", { name: "Edit" }));
    await user.clear(screen.getByLabelText("Employees"));
    await user.type(screen.getByLabelText("Employees"), "7");
    Object.assign(account, { version: 2, phone: "+43 99", employees: 121 });
    await user.click(screen.getByRole("button", { name: "Save" }));
    const conflict = await screen.findByRole("alert");
    expect(conflict).toHaveTextContent("Someone changed this record meanwhile");
    expect(account.employees).toBe(121);
    expect(within(conflict).getByRole("row", { name: /Employees/ })).toHaveTextContent("1217");
    await user.click(screen.getByRole("button", { name: "Keep my changes and go on" }));
    expect(screen.getByLabelText("Employees")).toHaveValue("7");
    expect(screen.getByLabelText("Phone")).toHaveValue("+43 99");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(account.employees).toBe("7"));
    expect(account.phone).toBe("+43 99");
  });

  it("shows what the write answered, even where reading again fails", async () => {
    const { user, kith } = atFirstAccount();
    await user.click(await screen.findByRole("button", { name: "Edit" }));
    await user.clear(screen.getByLabelText(/^Name/));
    await user.type(screen.getByLabelText(/^Name/), "Ferry Boat");
    kith.intercept = (query) => (query.startsWith("mutation") ? null : { status: 500, body: null });
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByRole("heading", { name: "Ferry Boat" })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Edit" })).toBeInTheDocument();
  });

  it("says so when the other's state cannot be read after a conflict, and keeps what was typed", async () => {
    const { user, kith, account } = atFirstAccount();
    await user.click(await screen.findByRole("button", { name: "Edit" }));
    await user.clear(screen.getByLabelText("Employees"));
    await user.type(screen.getByLabelText("Employees"), "7");
    Object.assign(account, { version: 2 });
    kith.intercept = (query) => (query.startsWith("mutation") ? null : { status: 500, body: null });
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByRole("alert")).toBeInTheDocument();
    expect(screen.getByLabelText("Employees")).toHaveValue("7");
  });

  it("keeps what is typed while the catalog and the session are asked again, and fail", async () => {
    const { user, kith, client, account } = atFirstAccount();
    await user.click(await screen.findByRole("button", { name: "Edit" }));
    await user.type(screen.getByLabelText("Employees"), "9");
    kith.objects = kith.objects.map((object) =>
      object.name === "Account" ? { ...object, fields: [...object.fields, field("fax", "phone")] } : object,
    );
    account.fax = null;
    await act(() => client.refetchQueries({ predicate: ({ queryKey }) => queryKey[2] === "catalog" }));
    expect(screen.getByLabelText("Employees")).toHaveValue("1209");
    kith.isBroken = true;
    await act(() => client.refetchQueries({ queryKey: ["session"] }));
    expect(screen.getByLabelText("Employees")).toHaveValue("1209");
  });

  it("asks before what was typed is left behind", async () => {
    const { user, router } = atFirstAccount();
    await user.click(await screen.findByRole("button", { name: "Edit" }));
    await user.type(screen.getByLabelText("Employees"), "9");
    await user.click(screen.getByRole("link", { name: "Contacts" }));
    const question = await screen.findByRole("dialog", { name: "Discard your unsaved changes?" });
    await user.click(within(question).getByRole("button", { name: "Cancel" }));
    expect(screen.getByLabelText("Employees")).toHaveValue("1209");
    await user.click(screen.getByRole("link", { name: "Contacts" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Discard" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/t/northwind/o/Contact"));
  });

  it("deletes after a question and takes it back", async () => {
    const { user, account, router } = atFirstAccount();
    await user.click(await screen.findByRole("button", { name: "More actions" }));
    await user.click(await screen.findByRole("menuitem", { name: "Delete" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Delete" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/t/northwind/o/Account"));
    expect(account.deletedAt).not.toBeNull();
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(account.deletedAt).toBeNull());
  });
});
