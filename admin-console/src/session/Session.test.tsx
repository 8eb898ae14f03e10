import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, waitFor } from "@testing-library/react";
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
