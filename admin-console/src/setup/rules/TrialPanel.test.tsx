import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

async function atRule() {
  const kith = new FakeKith();
  const rule = {
    id: "r",
    name: "sizing",
    label: "Sizing",
    description: null,
    on: ["BEFORE_UPDATE" as const],
    order: 1,
    active: true,
    script: "record.industry = 'Trade'",
    per: "RECORD" as const,
    runAs: "USER" as const,
    when: null,
    place: [],
    visibleWhen: null,
    visibleTree: null,
    packageName: null,
    problems: [],
  };
  kith.objects = kith.objects.map((object) => (object.name === "Account" ? { ...object, rules: [rule] } : object));
  const app = renderApp("/t/northwind/setup/o/Account/rules/sizing", kith);
  return { ...app, panel: await screen.findByRole("region", { name: "Back-test" }) };
}

describe("the back-test of a rule", () => {
  it("shows what the last changes would have been", async () => {
    const { user, kith, panel } = await atRule();
    await user.click(within(panel).getByRole("button", { name: "Run back-test" }));
    const table = await within(panel).findByRole("table", { name: "What would have changed" });
    expect(within(table).getByText(/Industry: Food → Trade/)).toBeInTheDocument();
    expect(within(table).getByText("employees: Too few")).toBeInTheDocument();
    expect(within(panel).getByText("Tried on 12")).toBeInTheDocument();
    expect(within(panel).getByText("1 would be refused")).toBeInTheDocument();
    const asked = kith.operations.find(({ query }) => query.startsWith("query TryRule"));
    expect(asked).toMatchObject({ variables: { changes: 100, input: { object: "Account" } } });
  });

  it("tries the records of a segment", async () => {
    const { user, kith, panel } = await atRule();
    await user.click(within(panel).getByRole("radio", { name: "Records as they are" }));
    await user.click(within(panel).getByRole("button", { name: "Run back-test" }));
    expect(await within(panel).findByText("Tried on 91")).toBeInTheDocument();
    const asked = kith.operations.find(({ query }) => query.startsWith("query TryRule"));
    expect(asked).toMatchObject({ variables: { filter: {}, first: 100 } });
  });

  it("takes a number as it is typed, and runs with Enter without saving the rule", async () => {
    const { user, kith, panel } = await atRule();
    const count = within(panel).getByLabelText("How many, at most");
    await user.clear(count);
    await user.type(count, "50");
    expect(count).toHaveValue("50");
    await user.keyboard("{Enter}");
    expect(await within(panel).findByText("Tried on 12")).toBeInTheDocument();
    const asked = kith.operations.find(({ query }) => query.startsWith("query TryRule"));
    expect(asked).toMatchObject({ variables: { changes: 50 } });
    expect(kith.operations.some(({ query }) => query.includes("updateRule"))).toBe(false);
  });
});
