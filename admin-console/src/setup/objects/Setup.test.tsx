import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

describe("setup", () => {
  it("makes an object and a field that the list uses at once", async () => {
    const { user, router } = renderApp("/t/northwind/setup");
    await user.click(await screen.findByRole("button", { name: "New object" }));
    await user.type(await screen.findByLabelText(/^Label/), "Property");
    expect(screen.getByLabelText(/^Plural label/)).toHaveValue("Properties");
    await user.click(screen.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/t/northwind/setup/o/Property"));
    await user.click(await screen.findByRole("button", { name: "New field" }));
    await user.click(await screen.findByRole("button", { name: "Currency" }));
    await user.type(await screen.findByLabelText(/^Label/), "Asking price");
    expect(screen.getByLabelText(/^API name/)).toHaveValue("askingPrice");
    await user.click(screen.getByRole("button", { name: "Create" }));
    await screen.findByText("askingPrice");
    await user.click(screen.getByRole("link", { name: "Open list" }));
    await user.click((await screen.findAllByRole("link", { name: "New property" }))[0] as HTMLElement);
    expect(await screen.findByLabelText(/^Asking price/)).toBeInTheDocument();
  });

  it("shows a taken name at its field", async () => {
    const { user } = renderApp("/t/northwind/setup");
    await user.click(await screen.findByRole("button", { name: "New object" }));
    await user.type(await screen.findByLabelText(/^Label/), "Account");
    await user.click(screen.getByRole("button", { name: "Create" }));
    expect(await screen.findByText("The name Account is taken.")).toBeInTheDocument();
  });

  it("does not delete a field that a rule still uses, and says which", async () => {
    const kith = new FakeKith();
    kith.objects = kith.objects.map((object) =>
      object.name === "Account"
        ? {
            ...object,
            rules: [
              {
                id: "r",
                name: "checkRevenue",
                label: "Check revenue",
                description: null,
                on: ["BEFORE_CREATE"],
                order: 1,
                active: true,
                per: "RECORD",
                runAs: "USER",
                when: null,
                script: "record.revenue > 0",
                place: [],
                visibleWhen: null,
                visibleTree: null,
                packageName: null,
                problems: [],
              },
            ],
          }
        : object,
    );
    const { user } = renderApp("/t/northwind/setup/o/Account", kith);
    await user.click(await screen.findByRole("button", { name: "Actions for Annual revenue" }));
    await user.click(await screen.findByRole("menuitem", { name: "Delete" }));
    const dialog = await screen.findByRole("dialog");
    expect(await within(dialog).findByText("Something still depends on it")).toBeInTheDocument();
    expect(within(dialog).getByRole("button", { name: "Delete" })).toBeDisabled();
  });

  it("checks a rule while it is typed and keeps it once it is right", async () => {
    const { user, router, kith } = renderApp("/t/northwind/setup/o/Account/rules/new");
    await user.type(await screen.findByLabelText(/^Label/), "Check revenue");
    const script = await screen.findByRole("textbox", { name: "Script" });
    await user.click(screen.getByRole("button", { name: "Insert revenue" }));
    await screen.findByText("No problems");
    expect(script).toHaveTextContent("record.revenue");
    await user.click(screen.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(router.state.location.search).toBe("?tab=rules"));
    expect(await screen.findByRole("link", { name: "Check revenue" })).toBeInTheDocument();
    expect(kith.objects.find(({ name }) => name === "Account")?.rules[0]?.script).toBe("record.revenue");
  });

  it("previews going back, and goes back", async () => {
    const { user, kith } = renderApp("/t/northwind/setup/o/Campaign");
    await user.click(await screen.findByRole("button", { name: "New field" }));
    await user.click(await screen.findByRole("button", { name: "Checkbox" }));
    await user.type(await screen.findByLabelText(/^Label/), "Online");
    await user.click(screen.getByRole("button", { name: "Create" }));
    await screen.findByText("online");
    await user.click(screen.getByRole("tab", { name: "History" }));
    await user.click(await screen.findByRole("button", { name: "Go back to version 12" }));
    const dialog = await screen.findByRole("dialog");
    await within(dialog).findByText("Campaign.online");
    await user.click(within(dialog).getByRole("button", { name: "Go back" }));
    await waitFor(() => expect(kith.version).toBe(14));
  });

  it("is for administrators", async () => {
    const kith = new FakeKith();
    kith.objects = kith.objects.map((object) => (object.name === "User" ? { ...object, isWritable: false } : object));
    renderApp("/t/northwind/setup", kith);
    expect(await screen.findByText("You do not have access")).toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "Setup" })).not.toBeInTheDocument();
  });
});
