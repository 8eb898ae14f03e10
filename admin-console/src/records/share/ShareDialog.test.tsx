import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Sharing } from "@/api";

function accounts(sharing: Sharing): FakeKith {
  const kith = new FakeKith();
  kith.objects = kith.objects.map((object) => (object.name === "Account" ? { ...object, sharing } : object));
  return kith;
}

function atAccount(kith: FakeKith) {
  return renderApp(`/t/northwind/o/Account/${kith.rows.Account?.[0]?.id}`, kith);
}

describe("sharing a record", () => {
  it("names those who have it, shares it with others and ends that", async () => {
    const kith = accounts("private");
    const { user } = atAccount(kith);
    await user.click(await screen.findByRole("button", { name: "More actions" }));
    await user.click(await screen.findByRole("menuitem", { name: "Share…" }));
    const dialog = await screen.findByRole("dialog", { name: /^Share / });
    await within(dialog).findByText("Shared with nobody beyond those who see it anyway.");

    await user.type(within(dialog).getByLabelText("People, roles and groups", { selector: "input" }), "Nancy");
    await user.click(await screen.findByRole("option", { name: "Nancy Davolio" }));
    await user.click(within(dialog).getByRole("checkbox", { name: "They may change it" }));
    await user.click(within(dialog).getByRole("button", { name: "Share" }));

    expect(await within(dialog).findByText("sees and changes it")).toBeInTheDocument();
    const sent = kith.operations.findLast(({ query }) => query.startsWith("mutation"));
    expect(sent?.variables.input).toMatchObject({ object: "Account", mayChange: true, withBelow: false, until: null });

    await user.click(within(dialog).getByRole("button", { name: "End the share with Nancy Davolio" }));
    await waitFor(() => expect(within(dialog).queryByText("sees and changes it")).not.toBeInTheDocument());
  });

  it("is not offered where everybody sees and changes everything", async () => {
    const { user } = atAccount(accounts("readWrite"));
    await user.click(await screen.findByRole("button", { name: "More actions" }));
    await screen.findByRole("menuitem", { name: /Delete/ });
    expect(screen.queryByRole("menuitem", { name: "Share…" })).not.toBeInTheDocument();
  });
});
