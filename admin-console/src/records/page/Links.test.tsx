import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

/** A contact with more campaigns than are read at once. */
function withCampaigns(count: number) {
  const kith = new FakeKith();
  const contact = kith.rows.Contact?.[0];
  if (contact === undefined) throw new Error("no contact");
  const campaigns = Array.from({ length: count }, (_, index) => kith.insert("Campaign", { name: `Fair ${index + 1}` }));
  contact.campaigns = campaigns;
  return { kith, contact, campaigns };
}

describe("many links", () => {
  it("lead from the side that has the field to all of them", async () => {
    const { kith, contact } = withCampaigns(7);
    const { user, router } = renderApp(`/t/northwind/o/Contact/${contact.id}`, kith);
    const card = await screen.findByRole("region", { name: "Campaigns" });
    await user.click(await within(card).findByRole("link", { name: "View all" }));
    await waitFor(() => expect(router.state.location.search).toBe(`?f=members:hasAny:${contact.id}`));
    expect(await screen.findByRole("link", { name: "Fair 7" })).toBeInTheDocument();
    expect(screen.queryByText("Autumn fair")).not.toBeInTheDocument();
    expect(await screen.findByRole("button", { name: /Edit filter Members .* Maria Anders/ })).toBeInTheDocument();
  });

  it("are all brought into the form on demand, and only what was changed is sent", async () => {
    const { kith, contact, campaigns } = withCampaigns(52);
    const { user } = renderApp(`/t/northwind/o/Contact/${contact.id}`, kith);
    await user.click(await screen.findByRole("button", { name: "Edit" }));
    const pill = (name: string) => screen.queryByText(name);
    expect(pill("Fair 50")).toBeInTheDocument();
    expect(pill("Fair 51")).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Show all campaigns" }));
    await waitFor(() => expect(pill("Fair 52")).toBeInTheDocument());
    expect(screen.queryByText("Unsaved changes")).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Show all campaigns" })).not.toBeInTheDocument();
    await user.click(screen.getByLabelText("Campaigns", { selector: "input" }));
    await user.keyboard("{Backspace}");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("button", { name: "Edit" });
    const sent = kith.operations.findLast(({ query }) => query.startsWith("mutation"));
    expect(sent?.variables.data).toEqual({ campaigns: { connect: [], disconnect: [{ id: campaigns[51]?.id }] } });
  });
});
