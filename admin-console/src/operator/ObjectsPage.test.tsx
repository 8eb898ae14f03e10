import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

const ADDRESS = "/operator/t/tenant-1/objects";

async function rowOf(object: string): Promise<HTMLElement> {
  const table = await screen.findByRole("table", { name: "Table of objects" });
  return within(table).getByRole("row", { name: new RegExp(`^${object}`) });
}

function start() {
  return within(screen.getByRole("dialog")).getByRole("button", { name: "Start" });
}

describe("where a workspace's objects are", () => {
  it("shows the table, the size and the indexes of each", async () => {
    const { user } = renderApp("/operator/t/tenant-1");
    await user.click(await screen.findByRole("link", { name: "Objects" }));
    const order = within(await rowOf("Order"));
    expect(order.getByText("A table of its own")).toBeInTheDocument();
    expect(await order.findByText("830,000")).toBeInTheDocument();
    expect(order.getByText("status, placedAt")).toBeInTheDocument();
    expect(within(await rowOf("Account")).getByText("The shared table")).toBeInTheDocument();
    expect(within(await rowOf("User")).queryByRole("button")).not.toBeInTheDocument();
  });

  it("moves an object to a table of its own with indexes, and shows how far it is", async () => {
    const { user, kith, client } = renderApp(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Change where Account is" }));
    await user.type(await screen.findByLabelText("Indexes asked for"), "status, name\n\ncity");
    await user.click(start());
    expect(await screen.findByText("Moving, 2,500 of 5,000")).toBeInTheDocument();
    expect(kith.operations.find(({ query }) => query.startsWith("mutation"))?.variables).toEqual({
      tenant: "tenant-1",
      object: "Account",
      to: "DEDICATED",
      indexes: [["status", "name"], ["city"]],
    });
    kith.storedObjects.arrive("Account", "DEDICATED");
    await client.invalidateQueries();
    await waitFor(async () => expect(within(await rowOf("Account")).getByText("A table of its own")).toBeVisible());
    expect(screen.getByRole("button", { name: "Change where Account is" })).toBeInTheDocument();
  });

  it("moves an object back without indexes", async () => {
    const { user, kith } = renderApp(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Change where Order is" }));
    expect(await screen.findByLabelText("Indexes asked for")).toHaveValue("status, placedAt");
    await user.click(screen.getByRole("radio", { name: "The shared table" }));
    expect(screen.queryByLabelText("Indexes asked for")).not.toBeInTheDocument();
    await user.click(start());
    await screen.findByRole("button", { name: "Cancel the move of Order" });
    expect(kith.operations.find(({ query }) => query.startsWith("mutation"))?.variables).toMatchObject({
      to: "SHARED",
      indexes: [],
    });
  });

  it("does not move what is in the shared table to the shared table", async () => {
    const { user } = renderApp(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Change where Account is" }));
    await user.click(await screen.findByRole("radio", { name: "The shared table" }));
    expect(start()).toBeDisabled();
  });

  it("says in the dialog which index is refused", async () => {
    const { user } = renderApp(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Change where Account is" }));
    await user.type(await screen.findByLabelText("Indexes asked for"), "colour");
    await user.click(start());
    expect(await screen.findByText("Account has no field colour")).toBeInTheDocument();
    expect(screen.getByRole("dialog")).toBeInTheDocument();
  });

  it("cancels a move when asked twice", async () => {
    const { user, kith } = renderApp(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Change where Account is" }));
    await screen.findByRole("dialog");
    await user.click(start());
    await user.click(await screen.findByRole("button", { name: "Cancel the move of Account" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Cancel move" }));
    expect(await screen.findByText("Cancelling")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Cancel the move of Account" })).toBeDisabled();
    expect(kith.operations.find(({ query }) => query.includes("cancelJob"))?.variables).toEqual({
      tenant: "tenant-1",
      id: "tenant-1 object.move Account",
    });
  });

  it("says what a move failed by", async () => {
    const { user, kith, client } = renderApp(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Change where Account is" }));
    await screen.findByRole("dialog");
    await user.click(start());
    await screen.findByText("Moving, 2,500 of 5,000");
    kith.storedObjects.fail("Account", "MOVE_MISMATCH");
    await client.invalidateQueries();
    expect(await screen.findByText("The move failed: MOVE_MISMATCH")).toBeInTheDocument();
    expect(within(await rowOf("Account")).getByText("The shared table")).toBeInTheDocument();
  });

  it("still says what the last move failed by to who comes later", async () => {
    const kith = new FakeKith();
    kith.storedObjects.answer("moveObject", { tenant: "tenant-1", object: "Order", to: "SHARED", indexes: [] });
    kith.storedObjects.fail("Order", "MOVE_MISMATCH");
    renderApp(ADDRESS, kith);
    const order = within(await rowOf("Order"));
    expect(order.getByText("The move failed: MOVE_MISMATCH")).toBeInTheDocument();
    expect(order.getByRole("button", { name: "Change where Order is" })).toBeEnabled();
  });

  it("counts once while a move goes on, and anew when it has arrived", async () => {
    const { kith, client } = renderApp(ADDRESS);
    const counts = () => kith.operations.filter(({ query }) => query.includes("records bytes")).length;
    await screen.findByText("12,000");
    kith.storedObjects.answer("moveObject", { tenant: "tenant-1", object: "Account", to: "DEDICATED", indexes: [] });
    await client.invalidateQueries({ queryKey: ["operator", "objects"] });
    expect(await screen.findByText("Moving, 2,500 of 5,000")).toBeInTheDocument();
    expect(counts()).toBe(1);
    kith.storedObjects.arrive("Account", "DEDICATED");
    await client.invalidateQueries({ queryKey: ["operator", "objects"] });
    await waitFor(() => expect(counts()).toBe(2));
    expect(screen.getByText("12,000")).toBeInTheDocument();
  });

  it("says why it cannot show them", async () => {
    const kith = new FakeKith();
    kith.isOperator = false;
    renderApp(ADDRESS, kith);
    expect(await screen.findByText("You do not have access")).toBeInTheDocument();
  });
});
