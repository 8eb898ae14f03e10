import { renderApp } from "@test/renderApp";
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

describe("access in setup", () => {
  it("makes a permission set of rights by object and by field", async () => {
    const { user, kith } = renderApp("/t/northwind/setup");
    await user.click(await screen.findByRole("tab", { name: "Access" }));
    const table = await screen.findByRole("table", { name: "Table of permission sets" });
    expect(within(table).getByRole("link", { name: "Standard user" })).toBeInTheDocument();
    await user.click(screen.getByRole("link", { name: "New permission set" }));
    await user.type(await screen.findByLabelText(/^Label/), "Sales Rep");
    await user.click(screen.getByRole("checkbox", { name: "Read: Account" }));
    await user.click(screen.getByRole("button", { name: "Fields of Account" }));
    expect(screen.getByLabelText("Industry of Account", { selector: "input:not([type=hidden])" })).toHaveValue(
      "As all fields (Editable)",
    );
    await user.click(screen.getByRole("checkbox", { name: "Change many records at once" }));
    await user.click(screen.getByRole("button", { name: "Create" }));
    await screen.findByRole("region", { name: "Users with this set" });
    expect(kith.operations.find(({ query }) => query.includes("SavePermissionSet"))?.variables).toMatchObject({
      components: [
        {
          kind: "PermissionSet",
          name: "SalesRep",
          purpose: "set",
          objects: { Account: { rights: ["read"], allFields: "edit" } },
          functions: ["bulkEdit"],
        },
      ],
    });
  });

  it("shows the standard profile without letting it be changed", async () => {
    renderApp("/t/northwind/setup/access/StandardUser");
    await screen.findByText(/This is the profile of users who were given no other/);
    expect(screen.getByRole("checkbox", { name: "Read: All other objects" })).toBeDisabled();
    expect(screen.queryByRole("button", { name: "Save" })).not.toBeInTheDocument();
  });

  it("gives a set to a user and takes it back", async () => {
    const { user, kith } = renderApp("/t/northwind/setup/access/StandardUser");
    const users = await screen.findByRole("region", { name: "Users with this set" });
    await user.click(within(users).getByLabelText("User", { selector: "input:not([type=hidden])" }));
    await user.click(await screen.findByRole("option", { name: "Nancy Davolio" }));
    await user.click(within(users).getByRole("button", { name: "Give to user" }));
    const table = await screen.findByRole("table", { name: "Users with this set" });
    expect(within(table).getByText("Nancy Davolio")).toBeInTheDocument();
    await user.click(within(table).getByRole("button", { name: "Take from Nancy Davolio" }));
    await screen.findByText("Nobody has this set");
    expect(kith.operations.some(({ query }) => query.includes("deletePermissionAssignment"))).toBe(true);
  });

  it("explains which set decides", async () => {
    const { user } = renderApp("/t/northwind/setup/access");
    const section = await screen.findByRole("region", { name: "Why may somebody do this?" });
    await user.click(within(section).getByLabelText("User", { selector: "input:not([type=hidden])" }));
    await user.click(await screen.findByRole("option", { name: "Nancy Davolio" }));
    await user.click(within(section).getByLabelText("Object", { selector: "input:not([type=hidden])" }));
    await user.click(await screen.findByRole("option", { name: "Account" }));
    const table = await within(section).findByRole("table");
    expect(within(table).getByText("Taken away by Less")).toBeInTheDocument();
  });
});
