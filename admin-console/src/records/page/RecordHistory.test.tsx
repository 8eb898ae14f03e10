import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

function atFirst(object: string, prepare: (kith: FakeKith, id: string) => void = () => undefined) {
  const kith = new FakeKith();
  const row = kith.rows[object]?.[0];
  if (row === undefined) throw new Error("no record");
  prepare(kith, row.id);
  return { row, ...renderApp(`/t/northwind/o/${object}/${row.id}`, kith) };
}

const asks = (kith: FakeKith) => kith.operations.filter(({ query }) => query.includes("history(")).length;

describe("the history of a record", () => {
  it("is asked for once its tab is opened, and holds old and new values after an edit", async () => {
    const { user, kith } = atFirst("Account");
    await user.click(await screen.findByRole("button", { name: "Edit" }));
    await user.clear(screen.getByLabelText(/^Name/));
    await user.type(screen.getByLabelText(/^Name/), "Ferry Boat");
    await user.clear(screen.getByLabelText("Annual revenue"));
    await user.type(screen.getByLabelText("Annual revenue"), "12.5");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("heading", { name: "Ferry Boat" });
    expect(asks(kith)).toBe(0);
    await user.click(screen.getByRole("tab", { name: "History" }));
    const [latest, first] = await screen.findAllByRole("listitem");
    if (latest === undefined || first === undefined) throw new Error("no entries");
    expect(latest).toHaveTextContent("Nancy Davolio changed the record");
    expect(within(latest).getByText("Name").parentElement).toHaveTextContent(/from Alfreds Futterkiste ?to Ferry Boat/);
    expect(latest).toHaveTextContent("€1,250,000.50");
    expect(latest).toHaveTextContent("€12.50");
    expect(first).toHaveTextContent("created the record");
    expect(within(latest).getByTitle(/\d{4}/)).toHaveTextContent("now");
  });

  it("names the records that lookups pointed to, in one request, and says where they are gone", async () => {
    const { user, kith } = atFirst("Contact", (fake, id) => {
      const [, second] = fake.rows.Account ?? [];
      fake.history.add(id, {
        at: "2026-01-02T03:04:05.000Z",
        kind: "UPDATE",
        origin: "PLATFORM",
        by: null,
        changes: [{ field: "account", label: "Account", before: "0198f000-gone", after: second?.id }],
      });
    });
    await user.click(await screen.findByRole("tab", { name: "History" }));
    const [latest] = await screen.findAllByRole("listitem");
    expect(latest).toHaveTextContent("Kith changed the record");
    expect(latest).toHaveTextContent(/from A record that is gone or hidden ?to Around the Horn/);
    expect(within(latest as HTMLElement).getByRole("link", { name: "Around the Horn" })).toBeInTheDocument();
    expect(kith.operations.filter(({ query }) => query.startsWith("query Names"))).toHaveLength(1);
  });

  it("shows what came earlier on demand, and keeps what is shown when that fails", async () => {
    const { user, kith } = atFirst("Account", (fake, id) => {
      for (let number = 1; number <= 24; number += 1) {
        fake.history.add(id, {
          at: "2026-01-02T03:04:05.000Z",
          kind: "UPDATE",
          origin: "API",
          by: null,
          changes: [{ field: "employees", label: "Employees", before: String(number), after: String(number + 1) }],
        });
      }
    });
    await user.click(await screen.findByRole("tab", { name: "History" }));
    await waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(20));
    kith.intercept = () => ({ status: 500, body: null });
    await user.click(screen.getByRole("button", { name: "Show earlier" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("What came before could not be loaded.");
    kith.intercept = null;
    await user.click(screen.getByRole("button", { name: "Show earlier" }));
    await waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(25));
    expect(screen.queryByRole("button", { name: "Show earlier" })).not.toBeInTheDocument();
  });

  it("says that none is kept", async () => {
    const { user } = atFirst("Account", (fake) => {
      fake.intercept = (query) =>
        query.includes("history(")
          ? {
              status: 200,
              body: { data: { record: { id: "x", history: { pageInfo: { hasNextPage: false }, nodes: [] } } } },
            }
          : null;
    });
    await user.click(await screen.findByRole("tab", { name: "History" }));
    expect(await screen.findByText(/The history of accounts is not kept/)).toBeInTheDocument();
  });

  it("can be asked again after a failure", async () => {
    const { user, kith } = atFirst("Account", (fake) => {
      fake.intercept = (query) => (query.includes("history(") ? { status: 500, body: null } : null);
    });
    await user.click(await screen.findByRole("tab", { name: "History" }));
    const retry = await screen.findByRole("button", { name: "Try again" });
    kith.intercept = null;
    await user.click(retry);
    expect(await screen.findByText(/created the record/)).toBeInTheDocument();
  });
});
