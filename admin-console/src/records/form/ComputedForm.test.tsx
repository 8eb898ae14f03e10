import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { FieldInfo } from "@/api";
import type { ExpressionTree } from "@/expression";

const STAGE: ExpressionTree = { is: "field", kind: "TEXT", path: [], name: "stage" };
const AMOUNT: ExpressionTree = { is: "field", kind: "NUMBER", path: [], name: "amount" };
const HALF: ExpressionTree = {
  is: "arithmetic",
  operator: "DIVIDE",
  left: AMOUNT,
  right: { is: "constant", kind: "NUMBER", value: "3" },
};
const LOST: ExpressionTree = {
  is: "equal",
  left: STAGE,
  right: { is: "constant", kind: "TEXT", value: "Lost" },
};

function withFields(changes: Readonly<Record<string, Partial<FieldInfo>>>): FakeKith {
  const kith = new FakeKith();
  kith.objects = kith.objects.map((object) =>
    object.name === "Opportunity"
      ? { ...object, fields: object.fields.map((field) => ({ ...field, ...changes[field.name] })) }
      : object,
  );
  return kith;
}

describe("a form with expressions", () => {
  it("shows a field as soon as its condition holds, and hides it again", async () => {
    const kith = withFields({ probability: { visibleWhen: "stage == 'Lost'", visibleTree: LOST } });
    const { user } = renderApp("/t/northwind/o/Opportunity/new", kith);
    await screen.findByLabelText(/^Amount/);
    expect(screen.queryByLabelText(/^Probability/)).not.toBeInTheDocument();
    await user.click(screen.getByRole("combobox", { name: /^Stage/ }));
    await user.click(await screen.findByRole("option", { name: "Lost" }));
    expect(await screen.findByLabelText(/^Probability/)).toBeInTheDocument();
    await user.click(screen.getByRole("combobox", { name: /^Stage/ }));
    await user.click(await screen.findByRole("option", { name: "Won" }));
    await waitFor(() => expect(screen.queryByLabelText(/^Probability/)).not.toBeInTheDocument());
  });

  it("computes defaults while people type, and leaves them to the server until somebody changes them", async () => {
    const kith = withFields({ probability: { defaultExpression: "amount / 3", defaultTree: HALF } });
    const { user } = renderApp("/t/northwind/o/Opportunity/new", kith);
    await user.type(await screen.findByLabelText(/^Amount/), "10");
    expect(screen.getByLabelText(/^Probability/)).toHaveValue("3.33");
    await user.type(screen.getByLabelText(/^Name/), "Boats");
    await user.click(screen.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(kith.operations.some(({ query }) => query.startsWith("mutation"))).toBe(true));
    const sent = kith.operations.findLast(({ query }) => query.startsWith("mutation"));
    expect(sent?.variables.data).not.toHaveProperty("probability");

    await user.clear(await screen.findByLabelText(/^Probability/));
    await user.type(screen.getByLabelText(/^Probability/), "50");
    expect(screen.getByLabelText(/^Probability/)).toHaveValue("50");
    await user.click(screen.getByRole("button", { name: "Create" }));
    await waitFor(() =>
      expect(kith.operations.findLast(({ query }) => query.startsWith("mutation"))?.variables.data).toHaveProperty(
        "probability",
        "50",
      ),
    );
  });

  it("says where a default is computed by the server alone", async () => {
    renderApp("/t/northwind/o/Opportunity/new", withFields({ amount: { defaultExpression: "account.revenue" } }));
    expect(await screen.findByLabelText(/^Amount/)).toHaveAccessibleDescription(
      "Left empty, it is filled in when the record is saved",
    );
  });
});

describe("the page of a record", () => {
  it("hides fields whose condition does not hold", async () => {
    const kith = withFields({ amount: { visibleWhen: "stage == 'Lost'", visibleTree: LOST } });
    const row = kith.rows.Opportunity?.find((found) => found.stage !== "Lost");
    renderApp(`/t/northwind/o/Opportunity/${String(row?.id)}`, kith);
    expect((await screen.findAllByText("Stage")).length).toBeGreaterThan(0);
    expect(screen.queryByText("Amount")).not.toBeInTheDocument();
  });
});
