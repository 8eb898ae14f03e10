import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { METADATA, type ObjectInfo, type RuleMoment, type RulePer, type ScriptProblem } from "@/api";
import { useTenant } from "@/session";

const TYPING_PAUSE = 400;

/** How a rule is called; what is wrong with its script depends on it. */
export interface RuleCall {
  readonly on: readonly RuleMoment[];
  readonly per: RulePer;
  readonly when: string | null;
}

/** What is wrong with a script and its condition, asked whenever typing pauses. */
export function useRuleCheck(object: ObjectInfo, name: string, script: string, call: RuleCall) {
  const tenant = useTenant();
  const [settled] = useDebouncedValue(script, TYPING_PAUSE);
  const [when] = useDebouncedValue(call.when, TYPING_PAUSE);
  const { on, per } = call;
  const check = useQuery({
    queryKey: ["tenant", tenant.slug, "setup", "check", object.name, tenant.catalog.version, settled, on, per, when],
    enabled: settled.trim() !== "" && on.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const input = { object: object.name, name, on, per, when, script: settled };
      const { problems } = await tenant.metadata<{ problems: ScriptProblem[] }>(
        { query: METADATA.checkRule, variables: { input } },
        signal,
      );
      return problems;
    },
  });
  return { ...check, isChecking: check.isFetching || settled !== script };
}
