import { renderApp } from "@test/renderApp";
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

const PAGE = "/t/northwind/setup/clients";

async function choose(user: ReturnType<typeof renderApp>["user"], item: string) {
  await user.click(await screen.findByRole("button", { name: "Actions for Web shop" }));
  await user.click(await screen.findByRole("menuitem", { name: item }));
}

describe("API clients in setup", () => {
  it("makes one and shows its secret once", async () => {
    const { user } = renderApp("/t/northwind/setup");
    await user.click(await screen.findByRole("tab", { name: "API clients" }));
    await user.click(await screen.findByRole("button", { name: "New API client" }));
    const form = await screen.findByRole("dialog");
    expect(within(form).getByRole("button", { name: "Create" })).toBeDisabled();
    await user.type(within(form).getByLabelText(/Name/), "Warehouse");
    await user.click(within(form).getByRole("button", { name: "Create" }));
    expect(await screen.findByDisplayValue("secret-1")).toBeInTheDocument();
    expect(screen.getByDisplayValue("https://id.example/token")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "I have kept it" }));
    expect(await screen.findByText("Warehouse")).toBeInTheDocument();
    expect(screen.queryByDisplayValue("secret-1")).not.toBeInTheDocument();
  });

  it("gives one another secret and ends the former", async () => {
    const { user, kith } = renderApp(PAGE);
    await choose(user, "New secret");
    const form = await screen.findByRole("dialog");
    expect(within(form).getByText(/ends at once/)).toBeInTheDocument();
    await user.click(within(form).getByRole("button", { name: "New secret" }));
    expect(await screen.findByDisplayValue("secret-1")).toBeInTheDocument();
    expect(kith.operations.find(({ query }) => query.includes("rotateApiClient"))).toMatchObject({
      endpoint: "/graphql/metadata",
      variables: { id: "client-1" },
    });
  });

  it("keeps one out and lets it in again", async () => {
    const { user } = renderApp(PAGE);
    await choose(user, "Deactivate");
    expect(await screen.findByText("Inactive")).toBeInTheDocument();
    await choose(user, "Activate");
    expect(await screen.findByText("Active")).toBeInTheDocument();
  });

  it("asks before it deletes one", async () => {
    const { user, kith } = renderApp(PAGE);
    await choose(user, "Delete");
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Delete" }));
    await screen.findByText("No API clients");
    expect(kith.apiClients.clients).toEqual([]);
  });
});
