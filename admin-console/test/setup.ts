import { format } from "node:util";
import "@testing-library/jest-dom/vitest";
import { notifications } from "@mantine/notifications";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach, expect, vi } from "vitest";

// A busy machine is no failure.
configure({ asyncUtilTimeout: 15_000, getElementError: (message) => new Error(message ?? "") });

// jsdom would open sockets to nowhere.
vi.mock("graphql-ws", () => import("@fake/FakeSocket"));

// What the components ask of a browser and jsdom does not have.
window.matchMedia = (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }) as MediaQueryList;

class NoResize implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
window.ResizeObserver = NoResize;
Object.defineProperty(document, "fonts", { configurable: true, value: new EventTarget() });
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollTo = (() => undefined) as typeof Element.prototype.scrollTo;
document.createRange = () => {
  const range = new Range();
  range.getBoundingClientRect = () => new DOMRect();
  range.getClientRects = () => [] as unknown as DOMRectList;
  return range;
};
// The virtual list measures what it scrolls in.
Object.defineProperty(Element.prototype, "clientHeight", { configurable: true, get: () => 800 });
Object.defineProperty(Element.prototype, "clientWidth", { configurable: true, get: () => 1200 });

/** What the components complained of: React and the libraries say on the console what is wrong with their use. */
const complaints: string[] = [];

beforeEach(() => {
  localStorage.clear();
  for (const level of ["error", "warn"] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      complaints.push(`${level}: ${format(...words)}`);
    });
  }
});

afterEach(() => {
  // First the components: what changes under them after the test is no news to them.
  cleanup();
  notifications.clean();
  expect(complaints.splice(0), "said on the console").toEqual([]);
});
