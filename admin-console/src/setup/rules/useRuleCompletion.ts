import { useCallback } from "react";
import { INSIGHT, type ScriptCompletion } from "@/api";
import { useTenant } from "@/session";

/** Asks what may stand at a place of a script; lines and columns count from 1. */
export type AskCompletion = (script: string, line: number, column: number) => Promise<ScriptCompletion>;

/** What the workspace's objects, and the rule itself, offer where somebody types. */
export function useRuleCompletion(object: string): AskCompletion {
  const { metadata } = useTenant();
  return useCallback(
    async (script, line, column) =>
      (
        await metadata<{ completion: ScriptCompletion }>({
          query: INSIGHT.completeRule,
          variables: { object, script, line, column },
        })
      ).completion,
    [metadata, object],
  );
}
