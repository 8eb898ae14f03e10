import { CompletionContext } from "@codemirror/autocomplete";
import { EditorState, Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { describe, expect, it } from "vitest";
import { diagnosticOf, fieldsOf, optionOf } from "./useCodeMirror";

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

describe("optionOf", () => {
  it("says of a field what it holds", () => {
    expect(optionOf({ label: "amount", kind: "FIELD", type: "number", detail: "Amount" })).toEqual({
      label: "amount",
      type: "property",
      detail: "number · Amount",
    });
  });

  it("puts the cursor between the brackets of a call, or behind those that stay empty", () => {
    const cursorOf = (detail: string) => {
      const view = new EditorView({ state: EditorState.create({ doc: "x.plu" }) });
      const { apply } = optionOf({ label: "plusDays", kind: "METHOD", type: "", detail });
      if (typeof apply === "function") apply(view, { label: "plusDays" }, 2, 5);
      const { state } = view;
      view.destroy();
      return [state.doc.toString(), state.selection.main.head];
    };
    expect(cursorOf("(long)")).toEqual(["x.plusDays()", 11]);
    expect(cursorOf("()")).toEqual(["x.plusDays()", 12]);
  });
});

describe("fieldsOf", () => {
  const offered = (line: string) =>
    fieldsOf(new CompletionContext(EditorState.create({ doc: line }), line.length, false), ["amount"]);

  it("offers the fields behind a record while nobody answers", () => {
    expect(offered("if (old.name == 'it' && record.am")?.options.map(({ label }) => label)).toEqual(["amount"]);
    expect(offered("log.info('it\\'s'); record.")?.from).toBe(26);
  });

  it("offers none in a text that is still open", () => {
    expect(offered("log.info('record.")).toBeNull();
    expect(offered('record.name = "at record.')).toBeNull();
    expect(offered("a = 'x' + 'record.am")).toBeNull();
  });
});
