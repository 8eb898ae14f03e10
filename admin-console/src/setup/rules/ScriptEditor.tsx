import { useComputedColorScheme } from "@mantine/core";
import type { ScriptProblem } from "@/api";
import type { EditorHandle } from "./useCodeMirror";
import { useCodeMirror } from "./useCodeMirror";
import type { AskCompletion } from "./useRuleCompletion";

interface Props {
  label: string;
  value: string;
  onChange: (script: string) => void;
  problems: readonly ScriptProblem[];
  /** The names that may follow `record.` and `old.`. */
  fieldNames: readonly string[];
  complete: AskCompletion;
  onReady: (handle: EditorHandle) => void;
}

/** Edits Groovy, with what is wrong underlined where it is. Loaded only where a rule is edited. */
export function ScriptEditor(props: Props) {
  const isDark = useComputedColorScheme("light") === "dark";
  const parent = useCodeMirror({ ...props, isDark });
  return <div ref={parent} />;
}

export default ScriptEditor;
