import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

describe("the operator's console", () => {
  it("provisions a workspace and shows each step", async () => {
    const { user, kith } = renderApp("/operator/new");
    await user.type(await screen.findByLabelText(/^Name/), "Müller & Söhne");
    expect(screen.getByLabelText(/^Address/)).toHaveValue("muller-sohne");
    await user.type(screen.getByLabelText(/^First name/), "Eva");
    await user.type(screen.getByLabelText(/^Last name/), "Müller");
    await user.type(screen.getByLabelText(/^Email/), "eva@mueller.example");
    await user.click(screen.getByRole("button", { name: "Provision workspace" }));
    await screen.findByRole("heading", { name: "Müller & Söhne is ready" });
    expect(within(screen.getByRole("list", { name: "Steps" })).getAllByText("Done")).toHaveLength(4);
    expect(kith.operations.find(({ query }) => query.startsWith("mutation"))?.variables.input).toMatchObject({
      packages: ["sales", "service"],
    });
  });

  it("shows a refused address at its field", async () => {
    const { user } = renderApp("/operator/new");
    await user.type(await screen.findByLabelText(/^Name/), "X");
    await user.type(screen.getByLabelText(/^First name/), "Eva");
    await user.type(screen.getByLabelText(/^Last name/), "X");
    await user.type(screen.getByLabelText(/^Email/), "eva@x.example");
    await user.click(screen.getByRole("button", { name: "Provision workspace" }));
    await waitFor(() => expect(screen.getByLabelText(/^Address/)).toBeInvalid());
  });

  it("suspends, resumes, and deletes only when the address is typed", async () => {
    const { user, kith } = renderApp("/operator/t/tenant-1");
    await user.click(await screen.findByRole("button", { name: "Suspend" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Suspend" }));
    await user.click(await screen.findByRole("button", { name: "Resume" }));
    await screen.findByRole("button", { name: "Suspend" });
    await user.click(screen.getByRole("button", { name: "Delete" }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByRole("button", { name: "Delete" })).toBeDisabled();
    await user.type(within(dialog).getByLabelText("Type tenant-1 to confirm"), "tenant-1");
    await user.click(within(dialog).getByRole("button", { name: "Delete" }));
    await screen.findByText("2 in all");
    expect(kith.tenants).toHaveLength(2);
  });

  it("shows how the jobs stand and cancels what runs", async () => {
    const { user, kith } = renderApp("/operator");
    await user.click(await screen.findByRole("link", { name: "Jobs" }));
    const table = await screen.findByRole("table", { name: "Table of jobs" });
    expect(within(table).getByText("1,200 of 5,000")).toBeInTheDocument();
    expect(within(table).getByText("JOB_FAILED, begun 8 times")).toBeInTheDocument();
    expect(within(table).getAllByRole("button")).toHaveLength(2);
    await user.click(screen.getByRole("button", { name: "Cancel customers.import of tenant-1" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Cancel job" }));
    await screen.findByText("Cancelling");
    expect(kith.operations.find(({ query }) => query.startsWith("mutation"))?.variables).toMatchObject({
      tenant: "tenant-1",
    });
  });

  it("filters jobs by their state, also from the address", async () => {
    renderApp("/operator/jobs?state=FAILED");
    const table = await screen.findByRole("table", { name: "Table of jobs" });
    expect(within(table).getAllByRole("row")).toHaveLength(2);
  });

  it("is for operators", async () => {
    const kith = new FakeKith();
    kith.isOperator = false;
    renderApp("/operator", kith);
    expect(await screen.findByText("You do not have access")).toBeInTheDocument();
  });
});
