import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ExpressionInfo, METADATA, type ObjectInfo } from "@/api";
import type { ExpressionKind } from "@/expression";
import { useTenant } from "@/session";

const TYPING_PAUSE = 400;

/** What an expression is, asked whenever typing pauses. */
export function useExpressionCheck(object: ObjectInfo, text: string, gives: ExpressionKind) {
  const tenant = useTenant();
  const [settled] = useDebouncedValue(text.trim(), TYPING_PAUSE);
  const check = useQuery({
    queryKey: ["tenant", tenant.slug, "setup", "expression", object.name, tenant.catalog.version, settled, gives],
    enabled: settled !== "",
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      (
        await tenant.metadata<{ expression: ExpressionInfo }>(
          { query: METADATA.expression, variables: { object: object.name, text: settled, gives } },
          signal,
        )
      ).expression,
  });
  return text.trim() === "" ? undefined : check.data;
}
