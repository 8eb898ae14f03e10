import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

describe("the list", () => {
  it("shows records, their count, and opens one from the keyboard", async () => {
    const { user, router } = renderApp("/t/northwind/o/Account");
    const table = await screen.findByRole("table", { name: "Table of accounts" });
    await within(table).findByText("Ernst Handel");
    expect(screen.getByText("4 records")).toBeInTheDocument();
    within(table).getAllByRole("row")[1]?.focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toMatch(/\/o\/Account\/0198/));
  });

  it("sorts up, down and off, and keeps it in the address", async () => {
    const { user, router } = renderApp("/t/northwind/o/Account");
    const names = () =>
      screen
        .getAllByRole("row")
        .slice(1)
        .map((row) => within(row).getAllByRole("link")[0]?.textContent);
    const header = await screen.findByRole("button", { name: "Annual revenue" });
    await screen.findByText("Ernst Handel");
    await user.click(header);
    await user.click(header);
    await waitFor(() => expect(names()[0]).toBe("Ernst Handel"));
    expect(router.state.location.search).toBe("?s=-revenue");
    expect(screen.getByRole("columnheader", { name: "Annual revenue" })).toHaveAttribute("aria-sort", "descending");
    await user.click(header);
    await waitFor(() => expect(router.state.location.search).toBe(""));
  });

  it("filters by chips that the address holds, and clears them", async () => {
    const { user, router, kith } = renderApp("/t/northwind/o/Account?f=industry:in:Retail");
    await screen.findByText("1 record");
    expect(kith.operations.at(-1)?.variables.filter).toEqual({ industry: { in: ["Retail"] } });
    await user.click(screen.getByRole("button", { name: "Remove filter Industry is any of Retail" }));
    await screen.findByText("4 records");
    expect(router.state.location.search).toBe("");
  });

  it("adds a filter from the form", async () => {
    const { user, router } = renderApp("/t/northwind/o/Account");
    await screen.findByText("4 records");
    await user.click(screen.getByRole("button", { name: "Filter" }));
    await user.type(await screen.findByLabelText("Value"), "ernst");
    await user.click(screen.getByRole("button", { name: "Apply filter" }));
    await screen.findByText("1 record");
    expect(router.state.location.search).toBe("?f=name%3Acontains%3Aernst");
  });

  it("says what to do when nothing is there or nothing matches", async () => {
    const kith = new FakeKith();
    kith.rows.Campaign = [];
    const { user } = renderApp("/t/northwind/o/Campaign", kith);
    await screen.findByText("No campaigns yet");
    await user.click(screen.getAllByRole("link", { name: "New campaign" })[0] as HTMLElement);
    await screen.findByRole("heading", { name: "New campaign" });
  });

  it("asks for the next page once people have scrolled to the end of the first", async () => {
    const kith = new FakeKith();
    for (let index = 0; index < 60; index += 1) kith.insert("Campaign", { name: `Campaign ${index}` });
    renderApp("/t/northwind/o/Campaign", kith);
    await screen.findByText("Campaign 1");
    const pages = () => kith.operations.filter(({ query }) => query.includes("CampaignList"));
    expect(pages()).toHaveLength(1);
    const table = screen.getByRole("table");
    table.scrollTop = 2000;
    fireEvent.scroll(table);
    await screen.findByText("Campaign 59");
    expect(pages().map(({ variables }) => variables.after)).toEqual([undefined, "50"]);
    expect(screen.queryByText("Campaign 1")).not.toBeInTheDocument();
  });
});
