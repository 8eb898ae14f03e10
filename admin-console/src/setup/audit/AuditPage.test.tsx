import { renderApp } from "@test/renderApp";
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

describe("the audit trail in setup", () => {
  it("shows what happened, the newest first", async () => {
    const { user } = renderApp("/t/northwind/setup");
    await user.click(await screen.findByRole("tab", { name: "Audit" }));
    const table = await screen.findByRole("table", { name: "Table of the audit trail" });
    const rows = within(table).getAllByRole("row");
    expect(rows).toHaveLength(4);
    expect(within(table).getByText("api.northwind.1")).toBeInTheDocument();
    expect(within(table).getByText("Kith")).toBeInTheDocument();
  });

  it("filters by kind, also from the address", async () => {
    renderApp("/t/northwind/setup/audit?kind=METADATA");
    const table = await screen.findByRole("table", { name: "Table of the audit trail" });
    expect(within(table).getAllByRole("row")).toHaveLength(2);
  });

  it("tells whether the trail is as it was written", async () => {
    const { user, kith } = renderApp("/t/northwind/setup/audit");
    await user.click(await screen.findByRole("button", { name: "Verify" }));
    expect(await screen.findByText(/All 3 entries/)).toBeInTheDocument();
    kith.audit.problem = "Link 2 is missing.";
    await user.click(screen.getByRole("button", { name: "Verify" }));
    expect(await screen.findByText("Link 2 is missing.")).toBeInTheDocument();
  });
});
