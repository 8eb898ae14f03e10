import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { METADATA, type ObjectInfo, type RuleMoment, type ScriptProblem } from "@/api";
import { useTenant } from "@/session";

const TYPING_PAUSE = 400;

/** What is wrong with a script, asked whenever typing pauses. */
export function useRuleCheck(object: ObjectInfo, name: string, script: string, on: readonly RuleMoment[]) {
  const tenant = useTenant();
  const [settled] = useDebouncedValue(script, TYPING_PAUSE);
  const check = useQuery({
    queryKey: ["tenant", tenant.slug, "setup", "check", object.name, tenant.catalog.version, settled, on],
    enabled: settled.trim() !== "" && on.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const input = { object: object.name, name, on, script: settled };
      const { problems } = await tenant.metadata<{ problems: ScriptProblem[] }>(
        { query: METADATA.checkRule, variables: { input } },
        signal,
      );
      return problems;
    },
  });
  return { ...check, isChecking: check.isFetching || settled !== script };
}
