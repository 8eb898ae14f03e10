import { FakeKith } from "@fake/FakeKith";
import { renderApp } from "@test/renderApp";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

function validationOf(kith: FakeKith, name: string) {
  return kith.objects.flatMap((object) => object.validations).find((validation) => validation.name === name);
}

describe("validations in setup", () => {
  it("are made with a condition, a message and a field", async () => {
    const { user, router, kith } = renderApp("/t/northwind/setup/o/Account?tab=validations");
    await user.click(await screen.findByRole("link", { name: "New validation" }));
    await user.type(await screen.findByLabelText(/^Label/), "Has a website");
    expect(screen.getByLabelText(/^API name/)).toHaveValue("hasAWebsite");
    await user.type(screen.getByLabelText(/^Refuse when/), "isMissing(website)");
    await user.type(screen.getByLabelText(/^Message/), "Every account has a website.");
    await user.click(screen.getByRole("combobox", { name: "Shown at" }));
    await user.click(await screen.findByRole("option", { name: "Website" }));
    expect(await screen.findByText("No problems")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(router.state.location.search).toBe("?tab=validations"));
    expect(await screen.findByRole("link", { name: "Has a website" })).toBeInTheDocument();
    expect(validationOf(kith, "hasAWebsite")).toMatchObject({
      refuseWhen: "isMissing(website)",
      message: "Every account has a website.",
      field: "website",
      active: true,
    });
  });

  it("tell what is wrong with a condition as it is typed, and where", async () => {
    const { user } = renderApp("/t/northwind/setup/o/Account/validations/new");
    await user.type(await screen.findByLabelText(/^Refuse when/), "isMissing(wrong)");
    expect(await screen.findByText(/Line 1, column 11: Account has no field wrong/)).toBeInTheDocument();
    expect(screen.getByLabelText(/^Refuse when/)).toBeInvalid();
  });

  it("are switched off and deleted", async () => {
    const kith = new FakeKith();
    kith.objects = kith.objects.map((object) => ({
      ...object,
      validations: [
        {
          id: "v",
          name: "hasPhone",
          label: "Has a phone",
          description: null,
          active: true,
          refuseWhen: "isMissing(phone)",
          message: "Give a phone number.",
          field: null,
          packageName: null,
        },
      ],
    }));
    const { user } = renderApp("/t/northwind/setup/o/Account/validations/hasPhone", kith);
    await user.click(await screen.findByRole("switch", { name: "Active" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("Inactive")).toBeInTheDocument();
    await user.click(screen.getByRole("link", { name: "Has a phone" }));
    await user.click(await screen.findByRole("button", { name: /More/ }));
    await user.click(await screen.findByRole("menuitem", { name: /Delete/ }));
    const dialog = await screen.findByRole("dialog");
    await user.click(await within(dialog).findByRole("button", { name: "Delete" }));
    expect(await screen.findByText("No validations yet")).toBeInTheDocument();
  });
});
