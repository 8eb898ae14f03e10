import { renderApp } from "@test/renderApp";
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

describe("jobs in setup", () => {
  it("shows how the jobs of this workspace stand and cancels what runs", async () => {
    const { user, kith } = renderApp("/t/northwind/setup");
    await user.click(await screen.findByRole("tab", { name: "Jobs" }));
    const table = await screen.findByRole("table", { name: "Table of jobs" });
    expect(within(table).getAllByRole("row")).toHaveLength(3);
    expect(within(table).getByText("300 of 5,000")).toBeInTheDocument();
    expect(within(table).getByText("Compute an indexed formula")).toBeInTheDocument();
    await user.click(within(table).getByRole("button", { name: "Cancel contacts.import" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Cancel job" }));
    await screen.findByText("Cancelling");
    expect(kith.operations.find(({ query }) => query.startsWith("mutation"))).toMatchObject({
      endpoint: "/graphql/metadata",
      tenant: "northwind",
      variables: { id: "northwind contacts.import" },
    });
  });

  it("filters them by their state, also from the address", async () => {
    renderApp("/t/northwind/setup/jobs?state=DONE");
    const table = await screen.findByRole("table", { name: "Table of jobs" });
    expect(within(table).getAllByRole("row")).toHaveLength(2);
  });
});
