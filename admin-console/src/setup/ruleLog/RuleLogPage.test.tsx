import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

describe("the debug log of rules", () => {
  it("lists the runs and shows one with all that its rules did", async () => {
    const { user } = renderApp("/t/northwind/setup");
    await user.click(await screen.findByRole("tab", { name: "Debug log" }));
    const table = await screen.findByRole("table", { name: "Table of runs" });
    expect(within(table).getAllByRole("row")).toHaveLength(3);
    const saved = within(table).getByRole("row", { name: /create Account/ });
    await user.click(within(saved).getByRole("link"));
    await screen.findByRole("heading", { name: /create Account/ });
    const fields = await screen.findByRole("table", { name: "Field" });
    expect(within(fields).getByRole("row", { name: /rating cold hot 5/ })).toBeInTheDocument();
    expect(screen.getByText("INFO at Acme")).toBeInTheDocument();
    expect(screen.getByText(/90 of 100 queries/)).toBeInTheDocument();
    expect(screen.getByText("1,234 of 20,000,000")).toBeInTheDocument();
  });

  it("filters by outcome, also from the address", async () => {
    renderApp("/t/northwind/setup/log?outcome=FAILED");
    const table = await screen.findByRole("table", { name: "Table of runs" });
    expect(within(table).getAllByRole("row")).toHaveLength(2);
    expect(within(table).getByText(/line 3: value is empty/)).toBeInTheDocument();
  });

  it("changes what is kept", async () => {
    const { user, kith } = renderApp("/t/northwind/setup/log");
    await user.click(await screen.findByRole("combobox", { name: "Keep" }));
    await user.click(await screen.findByRole("option", { name: "Refused and failed writes" }));
    await screen.findByText("The setting was saved");
    expect(kith.operations.find(({ query }) => query.includes("changeRuleLog"))?.variables).toEqual({
      level: "FAILURES",
      days: 7,
    });
  });

  it("says of a run that is gone that there is none", async () => {
    renderApp("/t/northwind/setup/log/nothing");
    expect(await screen.findByText("There is nothing here")).toBeInTheDocument();
  });

  it("leads to no record that was refused before it was there", async () => {
    const kith = new FakeKith();
    kith.ruleLog.runs = kith.ruleLog.runs.map((run) => ({ ...run, outcome: "REFUSED" }));
    renderApp("/t/northwind/setup/log/run-1", kith);
    expect(await screen.findByText("…00000001")).toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "…00000001" })).not.toBeInTheDocument();
  });
});
