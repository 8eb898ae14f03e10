import { renderApp } from "@test/renderApp";
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";

describe("a new record", () => {
  it("shows what the server refuses at its fields and above, then is created", async () => {
    const { user, router, kith } = renderApp("/t/northwind/o/Contact/new");
    await user.type(await screen.findByLabelText(/^Email/), "nonsense");
    await user.click(screen.getByRole("button", { name: "Create" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("2 things need your attention");
    expect(screen.getByLabelText(/^Email/)).toBeInvalid();
    expect(screen.getByLabelText(/^Email/)).toHaveAccessibleDescription("Email is no mail address.");
    await user.type(screen.getByLabelText(/^Name/), "Ada Lovelace");
    await user.clear(screen.getByLabelText(/^Email/));
    await user.type(screen.getByLabelText(/^Email/), "ada@example.com");
    await user.click(screen.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(router.state.location.pathname).toMatch(/\/o\/Contact\/0198/));
    expect(await screen.findByRole("heading", { name: "Ada Lovelace" })).toBeInTheDocument();
    const sent = kith.operations.findLast(({ query }) => query.startsWith("mutation"));
    expect(sent?.variables.data).toEqual({
      name: "Ada Lovelace",
      email: "ada@example.com",
      newsletter: false,
      owner: { id: kith.rows.User?.[0]?.id },
    });
  });

  it("does not send what is no number", async () => {
    const { user, kith } = renderApp("/t/northwind/o/Account/new");
    await user.type(await screen.findByLabelText(/^Annual revenue/), "lots");
    await user.click(screen.getByRole("button", { name: "Create" }));
    expect(await screen.findAllByText("Enter a number.")).not.toHaveLength(0);
    expect(kith.operations.some(({ query }) => query.startsWith("mutation"))).toBe(false);
  });

  it("takes the record it is made for from the address", async () => {
    const { kith } = renderApp("/t/northwind/o/Contact/new?account=0198&account.name=Acme");
    expect(await screen.findByDisplayValue("Acme")).toBeInTheDocument();
    expect(kith.operations.length).toBeGreaterThan(0);
  });

  it("leads to the first field that has to be mended", async () => {
    const { user } = renderApp("/t/northwind/o/Contact/new");
    await user.type(await screen.findByLabelText(/^Email/), "nonsense");
    await user.click(screen.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(screen.getByLabelText(/^Name/)).toHaveFocus());
    await user.type(screen.getByLabelText(/^Name/), "Ada Lovelace");
    await user.click(screen.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(screen.getByLabelText(/^Email/)).toHaveFocus());
  });
});
