import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

function withBrokenRule() {
  const kith = new FakeKith();
  const problem = {
    line: 2,
    column: 8,
    severity: "ERROR" as const,
    message: "Account has no field wrong.",
    hint: null,
  };
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
              on: ["BEFORE_CREATE", "BEFORE_UPDATE"],
              order: 1,
              active: true,
              per: "RECORD" as const,
              runAs: "USER" as const,
              when: null,
              script: "record.revenue\nrecord.wrong",
              place: [],
              visibleWhen: null,
              visibleTree: null,
              packageName: null,
              problems: [problem],
            },
          ],
        }
      : object,
  );
  return kith;
}

describe("a rule that compiles no longer", () => {
  it("is told of in setup, and led to", async () => {
    const { user, router } = renderApp("/t/northwind/setup", withBrokenRule());
    const notice = await screen.findByRole("alert");
    expect(notice).toHaveTextContent("1 rule no longer compiles");
    await user.click(within(notice).getByRole("link", { name: "Account › Check revenue" }));
    expect(router.state.location.pathname).toBe("/t/northwind/setup/o/Account/rules/checkRevenue");
    expect(await screen.findByText("The rule Check revenue no longer compiles")).toBeInTheDocument();
    expect(screen.getByText("Line 2, column 8:")).toBeInTheDocument();
  });

  it("stands among the rules with its problems", async () => {
    renderApp("/t/northwind/setup/o/Account?tab=rules", withBrokenRule());
    expect(await screen.findByRole("alert")).toHaveTextContent("no accounts that it has a say in can be saved");
    expect(screen.getByRole("list", { name: "1 problem" })).toHaveTextContent("Line 2, column 8");
    expect(screen.getByRole("tab", { name: /Rules/ })).toHaveTextContent("1");
  });

  it("is given as the reason why a form is not saved", async () => {
    const kith = withBrokenRule();
    kith.intercept = (query) =>
      query.startsWith("mutation")
        ? {
            status: 200,
            body: {
              data: null,
              errors: [
                {
                  message: "Rule `checkRevenue` compiles no longer, and nothing is written without it",
                  path: ["createAccount"],
                  extensions: { code: "RULE_BROKEN", kind: "CONFLICT", hint: "An administrator has to mend it." },
                },
              ],
            },
          }
        : null;
    const { user } = renderApp("/t/northwind/o/Account/new", kith);
    await user.type(await screen.findByLabelText(/^Name/), "Acme");
    await user.click(screen.getByRole("button", { name: "Create" }));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("A rule of this workspace is broken");
    expect(alert).toHaveTextContent("checkRevenue");
    expect(within(alert).getByRole("link", { name: "See what is wrong in Setup" })).toBeInTheDocument();
    expect(screen.getByLabelText(/^Name/)).toHaveValue("Acme");
  });
});
