import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentUnit, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { groovy } from "@codemirror/legacy-modes/mode/groovy";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, type Text } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { type RefObject, useEffect, useRef } from "react";
import { problemText, type ScriptCompletion, type ScriptProblem } from "@/api";
import type { AskCompletion } from "./useRuleCompletion";

/** What the page around may do with the editor. */
export interface EditorHandle {
  readonly insert: (text: string) => void;
}

interface Options {
  readonly label: string;
  readonly value: string;
  readonly onChange: (script: string) => void;
  readonly problems: readonly ScriptProblem[];
  readonly fieldNames: readonly string[];
  readonly complete: AskCompletion;
  readonly isDark: boolean;
  readonly onReady: (handle: EditorHandle) => void;
}

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "light-dark(#8839a8, #d7a6f0)" },
  { tag: [tags.string, tags.special(tags.string)], color: "light-dark(#1a7f4b, #8fd9ae)" },
  { tag: tags.number, color: "light-dark(#b35900, #f0b878)" },
  { tag: tags.comment, color: "light-dark(#6b7280, #8b93a1)", fontStyle: "italic" },
  { tag: [tags.definition(tags.variableName), tags.typeName], color: "light-dark(#304dbf, #9fb3ff)" },
]);

function look(isDark: boolean) {
  return EditorView.theme(
    {
      "&": { fontSize: "13px", backgroundColor: "var(--kith-surface)", colorScheme: isDark ? "dark" : "light" },
      "&.cm-focused": { outline: "none" },
      ".cm-content": { fontFamily: "var(--mantine-font-family-monospace)", padding: "12px 0", minHeight: "296px" },
      ".cm-scroller": { maxHeight: "560px", overflow: "auto", lineHeight: "20px" },
      ".cm-gutters": { backgroundColor: "transparent", border: "none", color: "var(--kith-quiet)" },
      ".cm-activeLine": { backgroundColor: "light-dark(#f5f7fb, #1b1e25)" },
      ".cm-cursor": { borderLeftColor: "var(--mantine-color-text)" },
      ".cm-tooltip": {
        backgroundColor: "var(--kith-surface)",
        border: "1px solid var(--kith-line)",
        borderRadius: "8px",
        color: "var(--mantine-color-text)",
      },
    },
    { dark: isDark },
  );
}

/** A problem's line and column as a place in the text; to the end of the word there. */
export function diagnosticOf(document: Text, { line, column, severity, message, hint }: ScriptProblem): Diagnostic {
  const found = document.line(Math.max(1, Math.min(line, document.lines)));
  const from = Math.min(found.from + Math.max(0, column - 1), found.to);
  const word = /^[\w.]+/.exec(document.sliceString(from, found.to))?.[0] ?? "";
  const to = Math.min(Math.max(from + word.length, from + 1), Math.max(found.to, from));
  const isAtEnd = from === to && from > found.from;
  return {
    from: isAtEnd ? from - 1 : from,
    to,
    severity: severity === "WARNING" ? "warning" : "error",
    message: problemText({ message, hint }),
  };
}

/** What stands right before the word, for which something is offered without being asked. */
const OPENERS = /[.'"]/;

const LOOKS: { readonly [K in ScriptCompletion["options"][number]["kind"]]: string } = {
  FIELD: "property",
  REFERENCE: "interface",
  METHOD: "method",
  PROPERTY: "property",
  VARIABLE: "variable",
  FUNCTION: "function",
  OBJECT: "class",
  VALUE: "constant",
  TYPE: "type",
};

/** An option as the editor shows it; of a call, the cursor goes between the brackets. */
export function optionOf({ label, kind, type, detail }: ScriptCompletion["options"][number]): Completion {
  const isCall = kind === "METHOD" || kind === "FUNCTION";
  const hasNone = detail === "()";
  return {
    label,
    type: LOOKS[kind],
    detail: isCall ? detail : [type, detail].filter(Boolean).join(" · "),
    ...(isCall && {
      apply: (view: EditorView, _: Completion, from: number, to: number) => {
        const insert = `${label}()`;
        view.dispatch({
          changes: { from, to, insert },
          selection: { anchor: from + insert.length - (hasNone ? 0 : 1) },
        });
      },
    }),
  };
}

/** Whether a line so far ends within a text that is not closed. */
function isInText(line: string): boolean {
  const rest = line.replace(/\\./g, "").replace(/'[^']*'|"[^"]*"/g, "");
  return /['"]/.test(rest);
}

/** The fields alone, while nobody answers. */
export function fieldsOf(context: CompletionContext, names: readonly string[]): CompletionResult | null {
  const before = context.matchBefore(/\b(record|old)\.\w*/);
  const line = context.state.doc.lineAt(context.pos);
  if (before === null || isInText(line.text.slice(0, context.pos - line.from))) return null;
  const from = before.from + before.text.indexOf(".") + 1;
  return { from, options: names.map((label) => ({ label, type: "property" })) };
}

function completion(ask: RefObject<AskCompletion>, names: RefObject<readonly string[]>) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const { state, pos } = context;
    const word = context.matchBefore(/\w+/);
    const isOpened = OPENERS.test(state.sliceDoc(Math.max(0, pos - 1), pos));
    if (word === null && !isOpened && !context.explicit) return null;
    const line = state.doc.lineAt(pos);
    try {
      const found = await ask.current(state.doc.toString(), line.number, pos - line.from + 1);
      if (context.aborted || found.options.length === 0) return null;
      return { from: line.from + found.from - 1, options: found.options.map(optionOf), validFor: /^\w*$/ };
    } catch {
      return fieldsOf(context, names.current);
    }
  };
}

/** Joins the editor, which keeps its own state, with the page. */
export function useCodeMirror({ label, value, onChange, problems, fieldNames, complete, isDark, onReady }: Options) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const scheme = useRef(new Compartment());
  const names = useRef(fieldNames);
  const ask = useRef(complete);
  const change = useRef(onChange);
  names.current = fieldNames;
  ask.current = complete;
  change.current = onChange;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; what changes later reaches it below
  useEffect(() => {
    if (parent.current === null) return;
    const editor = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: value,
        extensions: [
          lineNumbers(),
          history(),
          drawSelection(),
          highlightActiveLine(),
          bracketMatching(),
          indentUnit.of("    "),
          StreamLanguage.define(groovy),
          syntaxHighlighting(COLOURS),
          autocompletion({ override: [completion(ask, names)] }),
          lintGutter(),
          keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": label, "aria-multiline": "true" }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) change.current(update.state.doc.toString());
          }),
          scheme.current.of(look(isDark)),
        ],
      }),
    });
    view.current = editor;
    onReady({
      insert: (text) => {
        editor.dispatch(editor.state.replaceSelection(text));
        editor.focus();
      },
    });
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);

  useEffect(() => {
    view.current?.dispatch({ effects: scheme.current.reconfigure(look(isDark)) });
  }, [isDark]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const found = problems.map((problem) => diagnosticOf(editor.state.doc, problem));
    editor.dispatch(setDiagnostics(editor.state, found));
  }, [problems]);

  return parent;
}
