import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { vi } from "vitest";
import { newQueryClient } from "@/queryClient";
import { routes } from "@/routes";
import { theme } from "@/ui";
import { FakeKith } from "./fake/FakeKith";

/** Lets the pages speak with a fake server. */
export function connect(kith: FakeKith): void {
  vi.stubGlobal("fetch", async (input: string, init: RequestInit = {}) => {
    const headers = Object.fromEntries(
      Object.entries((init.headers ?? {}) as Record<string, string>).map(([name, value]) => [
        name.toLowerCase(),
        value,
      ]),
    );
    const answer = kith.answer(init.method ?? "GET", input, headers, String(init.body ?? ""));
    if (answer === null) throw new TypeError("Failed to fetch");
    return new Response(answer.body === null ? null : JSON.stringify(answer.body), { status: answer.status });
  });
}

/** The whole app at an address. */
export function renderApp(address: string, kith = new FakeKith()) {
  connect(kith);
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const client = newQueryClient();
  render(
    <MantineProvider theme={theme} env="test">
      <Notifications />
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { kith, router, client, user: userEvent.setup({ delay: null }) };
}
