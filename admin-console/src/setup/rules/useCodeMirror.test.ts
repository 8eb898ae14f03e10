import { Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { diagnosticOf } from "./useCodeMirror";

const script = Text.of(["if (record.wrong > 1) {", "    reject('no')", "}"]);

describe("diagnosticOf", () => {
  it("underlines the word at line and column", () => {
    const { from, to } = diagnosticOf(script, {
      line: 1,
      column: 12,
      severity: "ERROR" as const,
      message: "No field",
      hint: null,
    });
    expect(script.sliceString(from, to)).toBe("wrong");
  });

  it("stays inside the text when the place is past its end", () => {
    const { from, to } = diagnosticOf(script, {
      line: 99,
      column: 99,
      severity: "ERROR" as const,
      message: "Unexpected end",
      hint: "Close it.",
    });
    expect(script.sliceString(from, to)).toBe("}");
    expect(to).toBeLessThanOrEqual(script.length);
  });
});
