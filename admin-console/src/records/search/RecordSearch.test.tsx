import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

const ID = "01980000-0000-7000-8000-000000000001";

function answering(edges: unknown): FakeKith {
  const kith = new FakeKith();
  kith.intercept = (query) =>
    query.startsWith("query Search") ? { status: 200, body: { data: { search: { edges } } } } : null;
  return kith;
}

const FOUND = [
  {
    node: { __typename: "Contact", id: ID, name: "Nancy Davolio" },
    matches: [
      {
        field: "name",
        label: "Name",
        snippet: [
          { text: "Nancy ", isMatch: false },
          { text: "Davolio", isMatch: true },
        ],
      },
      { field: "email", label: "Email", snippet: [{ text: "davolio", isMatch: true }] },
    ],
  },
  { node: { __typename: "Account", id: "01980000-0000-7000-8000-000000000002", name: "Davolio Legal" }, matches: [] },
];

describe("the search", () => {
  it("opens by a key, shows what is found by objects, and leads to it from the keyboard", async () => {
    const { user, router } = renderApp("/t/northwind/o/Account", answering(FOUND));
    await screen.findByText("Ernst Handel");
    await user.keyboard("/");
    await user.type(await screen.findByRole("combobox", { name: "Search all records" }), "davolio");
    const contacts = await screen.findByRole("group", { name: "Contacts" });
    expect(within(contacts).getByRole("option")).toHaveTextContent("Nancy DavolioEmail: davolio");
    expect(within(contacts).getAllByText(/davolio/i, { selector: "mark" })).toHaveLength(2);
    await user.keyboard("{ArrowDown}");
    expect(screen.getByRole("option", { name: /Davolio Legal/ })).toHaveAttribute("aria-selected", "true");
    await user.keyboard("{ArrowUp}{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe(`/t/northwind/o/Contact/${ID}`));
  });

  it("says when nothing is found", async () => {
    const { user } = renderApp("/t/northwind/o/Account", answering([]));
    await screen.findByText("Ernst Handel");
    await user.click(screen.getAllByRole("button", { name: "Search" })[0] as HTMLElement);
    await user.type(await screen.findByRole("combobox", { name: "Search all records" }), "zzz");
    await screen.findByText("Nothing found for “zzz”");
  });
});
