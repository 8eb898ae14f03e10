import { describe, expect, it } from "vitest";
import { lineDiff, propertyDiff } from "./lineDiff";

describe("lineDiff", () => {
  it("keeps what is the same and marks the rest", () => {
    expect(lineDiff("a\nb\nc", "a\nx\nc").map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "same a",
      "gone b",
      "new x",
      "same c",
    ]);
  });

  it("gives back both texts", () => {
    const lines = lineDiff("1\n2\n3\n4", "0\n2\n4\n5");
    const side = (not: string) => lines.filter(({ kind }) => kind !== not).map(({ text }) => text);
    expect(side("new")).toEqual(["1", "2", "3", "4"]);
    expect(side("gone")).toEqual(["0", "2", "4", "5"]);
  });
});

describe("propertyDiff", () => {
  it("names the properties that changed", () => {
    expect(propertyDiff({ label: "A", required: false }, { label: "B", required: false })).toEqual([
      { name: "label", before: "A", after: "B" },
    ]);
  });
});
