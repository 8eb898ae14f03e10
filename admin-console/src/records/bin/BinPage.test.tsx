import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

const ADDRESS = "/t/northwind/o/Account/bin";

/** A workspace with so many deleted accounts. */
function withDeleted(number: number): FakeKith {
  const kith = new FakeKith();
  for (let index = 1; index <= number; index++) {
    kith.insert("Account", { name: `Old ${index}`, deletedAt: `2026-07-0${(index % 9) + 1}T08:00:00.000Z` });
  }
  return kith;
}

function mutation(kith: FakeKith) {
  return kith.operations.filter(({ query }) => query.startsWith("mutation")).at(-1);
}

describe("the bin", () => {
  it("is reached from the list and shows what was deleted, the last first", async () => {
    const { user } = renderApp("/t/northwind/o/Account", withDeleted(3));
    await user.click(await screen.findByRole("button", { name: "More actions" }));
    await user.click(await screen.findByRole("menuitem", { name: "Bin" }));
    const table = await screen.findByRole("table", { name: "Table of deleted accounts" });
    expect(screen.getByText("3 records")).toBeInTheDocument();
    const names = within(table)
      .getAllByRole("row")
      .slice(1)
      .map((row) => within(row).getAllByRole("cell")[1]?.textContent);
    expect(names).toEqual(["Old 3", "Old 2", "Old 1"]);
    expect(screen.queryByRole("button", { name: /Restore/ })).not.toBeInTheDocument();
  });

  it("restores those that are chosen in one request", async () => {
    const { user, kith } = renderApp(ADDRESS, withDeleted(3));
    await user.click(await screen.findByRole("checkbox", { name: "Choose Old 1" }));
    await user.click(screen.getByRole("checkbox", { name: "Choose Old 3" }));
    await user.click(screen.getByRole("button", { name: "Restore 2" }));
    expect(await screen.findByText("2 records restored")).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText("Old 1")).not.toBeInTheDocument());
    expect(screen.getByText("Old 2")).toBeInTheDocument();
    expect(mutation(kith)?.query).toContain("restoreAccounts");
    expect(kith.rows.Account?.filter((row) => row.deletedAt !== null).map((row) => row.name)).toEqual(["Old 2"]);
    expect(screen.queryByRole("button", { name: /Restore/ })).not.toBeInTheDocument();
  });

  it("removes for ever what is chosen, once that was confirmed", async () => {
    const { user, kith } = renderApp(ADDRESS, withDeleted(3));
    await user.click(await screen.findByRole("checkbox", { name: "Choose all" }));
    await user.click(screen.getByRole("checkbox", { name: "Choose Old 2" }));
    await user.click(screen.getByRole("button", { name: "Delete 2 forever" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Delete 2 records forever?" }));
    await user.click(dialog.getByRole("button", { name: "Cancel" }));
    expect(mutation(kith)).toBeUndefined();
    await user.click(screen.getByRole("button", { name: "Delete 2 forever" }));
    await user.click(await screen.findByRole("button", { name: "Delete forever" }));
    expect(await screen.findByText("2 records deleted forever")).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText("Old 1")).not.toBeInTheDocument());
    expect(kith.rows.Account?.filter(({ name }) => name?.startsWith("Old")).map(({ name }) => name)).toEqual(["Old 2"]);
  });

  it("shows more when there are more", async () => {
    const { user } = renderApp(ADDRESS, withDeleted(60));
    await user.click(await screen.findByRole("button", { name: "Show more" }));
    await waitFor(() => expect(screen.getAllByRole("row")).toHaveLength(61));
    expect(screen.queryByRole("button", { name: "Show more" })).not.toBeInTheDocument();
  });

  it("says that it is empty", async () => {
    renderApp(ADDRESS);
    expect(await screen.findByText("The bin is empty")).toBeInTheDocument();
  });

  it("says in the dialog what cannot be removed", async () => {
    const { user, kith } = renderApp(ADDRESS, withDeleted(1));
    await user.click(await screen.findByRole("checkbox", { name: "Choose Old 1" }));
    await user.click(screen.getByRole("button", { name: "Delete 1 forever" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Delete 1 record forever?" }));
    kith.isBroken = true;
    await user.click(dialog.getByRole("button", { name: "Delete forever" }));
    expect(await dialog.findByRole("alert")).toBeInTheDocument();
  });
});
