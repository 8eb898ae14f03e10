import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";

describe("the page of a rule", () => {
  it("lets one choose when and how the rule is called", async () => {
    const kith = new FakeKith();
    kith.objects = kith.objects.map((object) =>
      object.name === "Account"
        ? {
            ...object,
            rules: [
              {
                id: "r",
                name: "followUp",
                label: "Follow up",
                description: null,
                on: ["AFTER_CREATE"],
                order: 7,
                active: true,
                per: "BATCH",
                runAs: "SYSTEM",
                when: "revenue > 5",
                script: "records.size()",
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
    const { user } = renderApp("/t/northwind/setup/o/Account/rules/followUp", kith);

    expect(await screen.findByRole("checkbox", { name: "After create" })).toBeChecked();
    expect(screen.getByRole("checkbox", { name: "Before create" })).not.toBeChecked();
    expect(screen.getByLabelText("Called")).toHaveValue("BATCH");
    expect(screen.getByLabelText("Rights")).toHaveValue("SYSTEM");
    expect(screen.getByLabelText("Only where")).toHaveValue("revenue > 5");

    await user.click(screen.getByRole("checkbox", { name: "After delete" }));
    await user.selectOptions(screen.getByLabelText("Called"), "RECORD");
    await user.clear(screen.getByLabelText("Only where"));
    await user.click(screen.getByRole("button", { name: "Save" }));

    await waitFor(() =>
      expect(kith.objects.find(({ name }) => name === "Account")?.rules[0]).toMatchObject({
        on: ["AFTER_CREATE", "AFTER_DELETE"],
        per: "RECORD",
        runAs: "SYSTEM",
        when: null,
      }),
    );
  });

  it("makes a button, says where it stands and when it is shown", async () => {
    const kith = new FakeKith();
    kith.objects = kith.objects.map((object) =>
      object.name === "Account"
        ? {
            ...object,
            rules: [
              {
                id: "r",
                name: "call",
                label: "Call",
                description: null,
                on: ["BEFORE_UPDATE"],
                order: 7,
                active: true,
                per: "RECORD",
                runAs: "USER",
                when: null,
                place: [],
                visibleWhen: null,
                visibleTree: null,
                script: "record.phone = '1'",
                packageName: null,
                problems: [],
              },
            ],
          }
        : object,
    );
    const { user } = renderApp("/t/northwind/setup/o/Account/rules/call", kith);
    expect(await screen.findByRole("checkbox", { name: "Before update" })).toBeChecked();
    expect(screen.queryByLabelText("Shown when")).not.toBeInTheDocument();

    await user.click(screen.getByRole("checkbox", { name: "Button" }));
    await user.click(screen.getByRole("checkbox", { name: "at the list, for chosen records" }));
    await user.type(screen.getByLabelText("Shown when"), "industry == 'Retail'");
    await user.click(screen.getByRole("button", { name: "Save" }));

    await waitFor(() =>
      expect(kith.objects.find(({ name }) => name === "Account")?.rules[0]).toMatchObject({
        on: ["BEFORE_UPDATE", "BUTTON"],
        place: ["RECORD", "LIST"],
        visibleWhen: "industry == 'Retail'",
      }),
    );
  });

  it("tells what is wrong with its condition as it is typed", async () => {
    const { user } = renderApp("/t/northwind/setup/o/Account/rules/new");
    await user.type(await screen.findByLabelText("Only where"), "wrong > 1");
    expect(await screen.findByText(/Line 1, column 1: Account has no field wrong/)).toBeInTheDocument();
    expect(screen.getByLabelText("Only where")).toBeInvalid();
  });
});
