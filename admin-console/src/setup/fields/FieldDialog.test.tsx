import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";

async function atEmployees(kith: FakeKith) {
  const app = renderApp("/t/northwind/setup/o/Account", kith);
  await app.user.click(await screen.findByRole("button", { name: "Employees" }));
  await screen.findByRole("dialog", { name: "Edit Employees" });
  return app;
}

const updates = (kith: FakeKith) => kith.operations.filter(({ query }) => query.includes("updateField"));

describe("a field that is there", () => {
  it("tells how many records a change touches before it makes it", async () => {
    const kith = new FakeKith();
    kith.affected = [
      { component: "Field Account.employees", kind: "FILLED", records: 12 },
      { component: "Field Account.employees", kind: "MOVED", records: 3201 },
    ];
    const { user } = await atEmployees(kith);
    await user.click(screen.getByRole("checkbox", { name: "Required" }));
    await user.click(screen.getByRole("checkbox", { name: "Indexed" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    const notice = await screen.findByRole("alert");
    expect(notice).toHaveTextContent("12 records without a value take the default.");
    expect(notice).toHaveTextContent("The values of 3,201 records are indexed.");
    expect(updates(kith)).toHaveLength(0);
    await user.click(screen.getByRole("button", { name: "Save and change the records" }));
    await waitFor(() => expect(updates(kith)).toHaveLength(1));
    expect(updates(kith)[0]?.variables.input).toEqual({ required: true, indexed: true });
  });

  it("becomes an external id, unique and indexed with it, at once where no record is touched", async () => {
    const kith = new FakeKith();
    const { user } = await atEmployees(kith);
    await user.click(screen.getByRole("checkbox", { name: "External id" }));
    expect(screen.getByRole("checkbox", { name: "Unique" })).toBeChecked();
    expect(screen.getByRole("checkbox", { name: "Indexed" })).toBeDisabled();
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(updates(kith)[0]?.variables.input).toEqual({ externalId: true }));
  });
});

describe("a field with expressions", () => {
  it("takes an expression as its default, and a condition under which it is shown", async () => {
    const kith = new FakeKith();
    const { user } = await atEmployees(kith);
    await user.type(screen.getByRole("textbox", { name: "Default as an expression" }), "1 + 1");
    expect(screen.queryByLabelText(/^Default value/)).not.toBeInTheDocument();
    await user.type(screen.getByRole("textbox", { name: "Shown when" }), "industry == 'Retail'");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(updates(kith)[0]?.variables.input).toEqual({
        defaultExpression: "1 + 1",
        visibleWhen: "industry == 'Retail'",
      }),
    );
  });
});

describe("a field that sums up a list", () => {
  it("is made from a list, a result and a condition", async () => {
    const kith = new FakeKith();
    const { user } = renderApp("/t/northwind/setup/o/Account", kith);
    await user.click(await screen.findByRole("button", { name: "New field" }));
    await user.click(await screen.findByRole("button", { name: /^Number/ }));
    await user.type(screen.getByRole("textbox", { name: /^Label/ }), "Contact count");
    await user.click(screen.getByRole("combobox", { name: "Sum up records of a list" }));
    await user.click(await screen.findByRole("option", { name: "Contacts" }));
    expect(screen.queryByRole("textbox", { name: /^Formula/ })).not.toBeInTheDocument();
    await user.type(screen.getByRole("textbox", { name: "Only records for which" }), "isActive");
    await user.click(screen.getByRole("button", { name: "Create" }));
    const creations = () => kith.operations.filter(({ query }) => query.includes("createField"));
    await waitFor(() => expect(creations()).toHaveLength(1));
    expect(creations()[0]?.variables.input).toEqual({
      object: "Account",
      name: "contactCount",
      type: "number",
      label: "Contact count",
      rollUp: { object: "Contact", through: "account", function: "count", where: "isActive" },
    });
  });

  it("has its condition checked as it is typed, and keeps what the server refuses until it is typed anew", async () => {
    const kith = new FakeKith();
    kith.intercept = (query) =>
      query.includes("createField")
        ? {
            status: 200,
            body: {
              data: null,
              errors: [
                {
                  message: "A roll-up reads no time.",
                  path: ["change", "input", "rollUp", "where"],
                  extensions: { code: "ROLL_UP_INVALID", kind: "INVALID" },
                },
              ],
            },
          }
        : null;
    const { user } = renderApp("/t/northwind/setup/o/Account", kith);
    await user.click(await screen.findByRole("button", { name: "New field" }));
    await user.click(await screen.findByRole("button", { name: /^Number/ }));
    await user.type(screen.getByRole("textbox", { name: /^Label/ }), "Contact count");
    await user.click(screen.getByRole("combobox", { name: "Sum up records of a list" }));
    await user.click(await screen.findByRole("option", { name: "Contacts" }));
    const where = screen.getByRole("textbox", { name: "Only records for which" });
    await user.type(where, "wrong");
    expect(await screen.findByText(/Line 1, column 1: Account has no field wrong/)).toBeInTheDocument();
    await user.clear(where);
    await user.type(where, "today() == null");
    expect(await screen.findByText("No problems")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Create" }));
    expect(await screen.findByText("A roll-up reads no time.")).toBeInTheDocument();
    expect(where).toBeInvalid();
    await user.type(where, " ");
    await waitFor(() => expect(screen.queryByText("A roll-up reads no time.")).not.toBeInTheDocument());
  });
});

describe("a new field", () => {
  it("can be a picklist of several values", async () => {
    const kith = new FakeKith();
    const { user } = renderApp("/t/northwind/setup/o/Account", kith);
    await user.click(await screen.findByRole("button", { name: "New field" }));
    await user.click(await screen.findByRole("button", { name: "Picklist" }));
    await user.keyboard("Priority");
    expect(screen.getByRole("textbox", { name: /^Label$/ })).toHaveValue("Priority");
    await user.type(screen.getByLabelText("Label of value 1"), "High{Enter}");
    await user.keyboard("Low");
    expect(screen.getByLabelText("Label of value 2")).toHaveValue("Low");
    await user.click(screen.getByRole("combobox", { name: "Default value" }));
    await user.click(await screen.findByRole("option", { name: "Low" }));
    await user.click(screen.getByRole("button", { name: "Create" }));
    const creations = () => kith.operations.filter(({ query }) => query.includes("createField"));
    await waitFor(() => expect(creations()).toHaveLength(1));
    expect(creations()[0]?.variables.input).toMatchObject({
      name: "priority",
      values: [
        { value: "High", label: "High" },
        { value: "Low", label: "Low" },
      ],
      defaultValue: "Low",
    });
  });

  it("gives the focus back when it is not made after all", async () => {
    const { user } = renderApp("/t/northwind/setup/o/Account");
    const button = await screen.findByRole("button", { name: "New field" });
    button.focus();
    await user.keyboard("{Enter}");
    await user.click(await screen.findByRole("button", { name: "Number" }));
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(button).toHaveFocus());
  });
});
