import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { RuleInfo } from "@/api";
import type { ExpressionTree } from "@/expression";

const IN_RETAIL: ExpressionTree = {
  is: "equal",
  left: { is: "field", kind: "TEXT", path: [], name: "industry" },
  right: { is: "constant", kind: "TEXT", value: "Retail" },
};

function button(name: string, more: Partial<RuleInfo> = {}): RuleInfo {
  return {
    id: name,
    name,
    label: name.charAt(0).toUpperCase() + name.slice(1),
    description: null,
    on: ["BUTTON"],
    order: 1,
    active: true,
    per: "RECORD",
    runAs: "USER",
    when: null,
    place: ["RECORD", "LIST"],
    visibleWhen: null,
    visibleTree: null,
    script: '{"phone":"+1"}',
    packageName: null,
    problems: [],
    ...more,
  };
}

function withButtons(...rules: readonly RuleInfo[]): FakeKith {
  const kith = new FakeKith();
  kith.objects = kith.objects.map((object) => (object.name === "Account" ? { ...object, rules } : object));
  return kith;
}

function atAccount(kith: FakeKith, position = 0) {
  return renderApp(`/t/northwind/o/Account/${kith.rows.Account?.[position]?.id}`, kith);
}

describe("buttons on the page of a record", () => {
  it("run their rule, say so, and show what became of the record", async () => {
    const { user } = atAccount(withButtons(button("call")));
    await screen.findByText("+43 1 555 12 34");
    await user.click(screen.getByRole("button", { name: "Call" }));
    expect(await screen.findByText("Call: done for 1 record")).toBeInTheDocument();
    expect(await screen.findByText("+1")).toBeInTheDocument();
  });

  it("stand in the menu where there are many, and not where they are inactive or of the list alone", async () => {
    const names = ["one", "two", "three"].map((name) => button(name));
    const { user } = atAccount(
      withButtons(...names, button("off", { active: false }), button("many", { place: ["LIST"] })),
    );
    expect(await screen.findByRole("button", { name: "One" })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Two" })).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "More actions" }));
    expect(await screen.findByRole("menuitem", { name: "Two" })).toBeInTheDocument();
    expect(screen.queryByRole("menuitem", { name: "Off" })).not.toBeInTheDocument();
    expect(screen.queryByRole("menuitem", { name: "Many" })).not.toBeInTheDocument();
  });

  it.each([
    { position: 0, count: 1 },
    { position: 1, count: 0 },
  ])("show only where their condition holds ($position)", async ({ position, count }) => {
    const sell = button("sell", { visibleWhen: "industry == 'Retail'", visibleTree: IN_RETAIL });
    atAccount(withButtons(sell), position);
    await screen.findByRole("button", { name: "Edit" });
    expect(screen.queryAllByRole("button", { name: "Sell" })).toHaveLength(count);
  });

  it("tell why the rule refuses", async () => {
    const { user } = atAccount(withButtons(button("call", { script: '{"refuses":"Alfreds Futterkiste"}' })));
    await user.click(await screen.findByRole("button", { name: "Call" }));
    expect(await screen.findByText("Not this one.")).toBeInTheDocument();
  });
});

describe("buttons of a list", () => {
  it("run for the chosen records", async () => {
    const kith = withButtons(button("call"));
    const { user } = renderApp("/t/northwind/o/Account", kith);
    await user.click(await screen.findByRole("checkbox", { name: "Choose Alfreds Futterkiste" }));
    await user.click(screen.getByRole("checkbox", { name: "Choose Ernst Handel" }));
    const bar = screen.getByRole("toolbar");
    expect(within(bar).getByText("2 chosen")).toBeInTheDocument();
    await user.click(within(bar).getByRole("button", { name: "Call" }));
    expect(await screen.findByText("Call: done for 2 records")).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole("toolbar")).not.toBeInTheDocument());
    expect(kith.rows.Account?.map(({ phone }) => phone === "+1")).toEqual([true, false, false, true]);
  });

  it("name the record that is refused, and keep the choice", async () => {
    const kith = withButtons(button("call", { script: '{"phone":"+1","refuses":"Around the Horn"}' }));
    const { user } = renderApp("/t/northwind/o/Account", kith);
    await screen.findByText("Ernst Handel");
    await user.click(screen.getByRole("checkbox", { name: "Choose all that are loaded" }));
    await user.click(screen.getByRole("button", { name: "Call" }));
    expect(await screen.findByText("Around the Horn: Not this one.")).toBeInTheDocument();
    expect(screen.getByText("4 chosen")).toBeInTheDocument();
    expect(kith.rows.Account?.[0]?.phone).toBe("+43 1 555 12 34");
  });

  it("are reached from the keyboard", async () => {
    const { user } = renderApp("/t/northwind/o/Account", withButtons(button("call")));
    await screen.findByText("Ernst Handel");
    screen.getAllByRole("row")[1]?.focus();
    await user.keyboard(" {ArrowDown} ");
    expect(screen.getByText("2 chosen")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Choose none" }));
    expect(screen.queryByRole("toolbar")).not.toBeInTheDocument();
  });

  it("leave lists as they are where there are none", async () => {
    renderApp("/t/northwind/o/Account", withButtons(button("call", { place: ["RECORD"] })));
    await screen.findByText("Ernst Handel");
    expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
  });
});
