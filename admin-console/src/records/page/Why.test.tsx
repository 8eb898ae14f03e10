import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

describe("why a value is there", () => {
  it("names the rule, its line and who wrote, reached by the keyboard", async () => {
    const kith = new FakeKith();
    const id = kith.rows.Account?.[0]?.id;
    const { user } = renderApp(`/t/northwind/o/Account/${id}`, kith);
    const why = await screen.findByRole("button", { name: "Why this value? Employees" });
    why.focus();
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "Why this value of Employees?" });
    expect(await within(dialog).findByText("Set by the rule countStaff, line 3")).toBeInTheDocument();
    expect(within(dialog).getByText("record.employees = 120")).toBeInTheDocument();
    expect(within(dialog).getByText(/Nancy Davolio/)).toBeInTheDocument();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(why).toHaveFocus();
    expect(kith.operations.find(({ query }) => query.startsWith("query Why"))).toMatchObject({
      endpoint: "/graphql/metadata",
      variables: { object: "Account", id, field: "employees" },
    });
  });

  it("goes from a formula to the values that it reads, and back", async () => {
    const kith = new FakeKith();
    const id = kith.rows.Account?.[0]?.id;
    const { user } = renderApp(`/t/northwind/o/Account/${id}`, kith);
    await user.click(await screen.findByRole("button", { name: "Why this value? Industry" }));
    const dialog = await screen.findByRole("dialog");
    expect(await within(dialog).findByText("employees * 2")).toBeInTheDocument();
    await user.click(within(dialog).getByRole("button", { name: "Why employees?" }));
    expect(await within(dialog).findByText("Set by the rule countStaff, line 3")).toBeInTheDocument();
    await user.click(within(dialog).getByRole("button", { name: "Back" }));
    expect(await within(dialog).findByText("employees * 2")).toBeInTheDocument();
  });

  it("says in words what a field sums up", async () => {
    const kith = new FakeKith();
    const rollUp = {
      object: "Contact",
      through: "account",
      function: "count" as const,
      of: null,
      where: "email != null",
    };
    kith.objects = kith.objects.map((object) =>
      object.name === "Account"
        ? {
            ...object,
            fields: object.fields.map((field) => (field.name === "employees" ? { ...field, rollUp } : field)),
          }
        : object,
    );
    const { user } = renderApp(`/t/northwind/o/Account/${kith.rows.Account?.[0]?.id}`, kith);
    await user.click(await screen.findByRole("button", { name: "Why this value? Employees" }));
    const dialog = await screen.findByRole("dialog");
    expect(
      await within(dialog).findByText("The number of Contacts, only those for which email != null"),
    ).toBeInTheDocument();
  });
});
