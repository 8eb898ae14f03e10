import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

describe("the session", () => {
  it("brings whoever is signed out back to where they were", async () => {
    const kith = new FakeKith();
    kith.isSignedIn = false;
    renderApp("/t/northwind/o/Account?s=name", kith);
    expect(await screen.findByRole("link", { name: "Sign in" })).toHaveAttribute(
      "href",
      "/auth/login?returnTo=%2Ft%2Fnorthwind%2Fo%2FAccount%3Fs%3Dname",
    );
  });

  it("shows the sign-in page when the session ends meanwhile", async () => {
    const { kith, user } = renderApp("/t/northwind");
    await screen.findByRole("link", { name: "Accounts" });
    kith.isSignedIn = false;
    await user.click(screen.getByRole("link", { name: "Accounts" }));
    expect(await screen.findByText("Your session ended. Sign in to go on where you were.")).toBeInTheDocument();
  });

  it("ends in front of a form, which stays and is saved after the return", async () => {
    const kith = new FakeKith();
    const account = kith.rows.Account?.[0];
    const { user } = renderApp(`/t/northwind/o/Account/${account?.id}`, kith);
    await user.click(await screen.findByRole("button", { name: "Edit" }));
    await user.type(screen.getByLabelText("Employees"), "9");
    kith.isSignedIn = false;
    await user.click(screen.getByRole("button", { name: "Save" }));
    const ended = await screen.findByRole("dialog", { name: "Your session has ended" });
    const signIn = within(ended).getByRole("link", { name: "Sign in again" });
    expect(signIn).toHaveAttribute("href", "/auth/login?returnTo=%2F%3Freturned");
    expect(signIn).toHaveAttribute("target", "_blank");
    await user.click(within(ended).getByRole("button", { name: "I have signed in" }));
    expect(screen.getByRole("dialog", { name: "Your session has ended" })).toBeInTheDocument();
    kith.isSignedIn = true;
    await act(async () => {
      window.dispatchEvent(new Event("visibilitychange"));
    });
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    expect(screen.getByLabelText("Employees")).toHaveValue("1209");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(account?.employees).toBe("1209"));
  });

  it("tells those who signed in for the sake of another tab to go back there", async () => {
    renderApp("/?returned");
    expect(await screen.findByRole("heading", { name: "You are signed in again" })).toBeInTheDocument();
  });

  it("begins anew for somebody else", async () => {
    const kith = new FakeKith();
    const { user } = renderApp("/t/northwind/o/Account/new", kith);
    await user.type(await screen.findByLabelText(/^Name/), "Secret plan");
    kith.isSignedIn = false;
    await user.click(screen.getByRole("button", { name: "Create" }));
    const ended = await screen.findByRole("dialog", { name: "Your session has ended" });
    kith.isSignedIn = true;
    kith.email = "andrew@northwind.localhost";
    await user.click(within(ended).getByRole("button", { name: "I have signed in" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByLabelText(/^Name/)).toHaveValue(""));
  });

  it("lets people choose among their workspaces", async () => {
    const { user, router } = renderApp("/");
    await user.click(await screen.findByRole("link", { name: /Northwind Traders/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/t/northwind"));
    expect(screen.queryByRole("link", { name: /Operator console/ })).not.toBeInTheDocument();
  });

  it("says that a workspace is suspended", async () => {
    const kith = new FakeKith();
    kith.isSuspended = true;
    renderApp("/t/northwind", kith);
    expect(await screen.findByText("This workspace is suspended")).toBeInTheDocument();
  });

  it("says that an object is not there", async () => {
    renderApp("/t/northwind/o/Nothing");
    expect(await screen.findByText("There is nothing here")).toBeInTheDocument();
  });
});
