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
    const set = within(table).getByText("Industry:").parentElement as HTMLElement;
    expect(within(set).getByText("Food")).toBeInTheDocument();
    expect(within(set).getByText("Trade")).toBeInTheDocument();
    expect(within(set).getByText("line 2")).toBeInTheDocument();
    expect(within(table).getByText("employees: Too few")).toBeInTheDocument();
    expect(within(panel).getByText("Tried on 12")).toBeInTheDocument();
    expect(within(panel).getByText("1 would be refused")).toBeInTheDocument();
    const asked = kith.operations.find(({ query }) => query.startsWith("query TryRule"));
    expect(asked).toMatchObject({ variables: { changes: 100, input: { object: "Account" } } });
  });

  it("tries one chosen record, and names the records that its fields would point to", async () => {
    const { user, kith, panel } = await atRule();
    await user.click(within(panel).getByRole("radio", { name: "One record" }));
    const run = within(panel).getByRole("button", { name: "Run back-test" });
    expect(run).toBeDisabled();
    const chosen = kith.rows.Account?.[1];
    await user.click(within(panel).getByRole("combobox", { name: "Record to try it on" }));
    await user.click(await screen.findByRole("option", { name: String(chosen?.name) }));
    await user.click(run);
    expect(await within(panel).findByText("Tried on 1")).toBeInTheDocument();
    expect(within(panel).getByText(/2,500\.50/)).toBeInTheDocument();
    const owner = within(panel).getByText("Owner:").parentElement as HTMLElement;
    expect(await within(owner).findByRole("link", { name: String(kith.rows.User?.[0]?.name) })).toBeInTheDocument();
    const asked = kith.operations.find(({ query }) => query.startsWith("query TryRule"));
    expect(asked).toMatchObject({ variables: { records: [chosen?.id] } });
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
