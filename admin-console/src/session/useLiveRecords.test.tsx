import { openSubscriptions, reconnect, tellChange } from "@fake/FakeSocket";
import { renderApp } from "@test/renderApp";
import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";

describe("pages on records", () => {
  it("show what others make in the list as soon as they hear of it", async () => {
    const { kith } = renderApp("/t/northwind/o/Account");
    await screen.findByText("Ernst Handel");
    await waitFor(() => expect(openSubscriptions()).toHaveLength(1));
    kith.insert("Account", { name: "Made elsewhere" });

    tellChange("accountChanged");

    await screen.findByText("Made elsewhere");
  });

  it("show what happened while the connection was lost", async () => {
    const { kith } = renderApp("/t/northwind/o/Account");
    await screen.findByText("Ernst Handel");
    await waitFor(() => expect(openSubscriptions()).toHaveLength(1));
    kith.insert("Account", { name: "Missed" });

    reconnect();

    await screen.findByText("Missed");
  });

  it("stop listening when they are left", async () => {
    const { router } = renderApp("/t/northwind/o/Account");
    await waitFor(() => expect(openSubscriptions()).toHaveLength(1));

    await act(() => router.navigate("/t/northwind/o/Contact"));

    await waitFor(() => expect(openSubscriptions()[0]?.query).toContain("contactChanged"));
    expect(openSubscriptions()).toHaveLength(1);
  });

  it("listen to the one record that they show", async () => {
    const { kith, router } = renderApp("/t/northwind/o/Account");
    await screen.findByText("Ernst Handel");
    const shown = kith.rows.Account?.find((row) => row.name === "Ernst Handel");
    await act(() => router.navigate(`/t/northwind/o/Account/${shown?.id}`));
    await waitFor(() => expect(openSubscriptions()[0]?.variables).toEqual({ id: shown?.id }));
    await screen.findByRole("heading", { name: "Ernst Handel" });
    if (shown !== undefined) shown.name = "Ernst & Co";

    tellChange("accountChanged");

    await screen.findByRole("heading", { name: "Ernst & Co" });
  });
});
