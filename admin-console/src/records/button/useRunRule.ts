import { useMutation } from "@tanstack/react-query";
import { ApiError, asApiError, type ObjectInfo, type RecordData, type RuleInfo, runRuleDocument } from "@/api";
import { formatCount } from "@/fields";
import { t } from "@/i18n";
import { useRecordsRefresh, useTenant } from "@/session";
import { toastDone, toastFailure } from "@/ui";

interface Run {
  readonly rule: RuleInfo;
  readonly records: readonly RecordData[];
}

/** Lets a rule run for records, and says what came of it. */
export function useRunRule(object: ObjectInfo) {
  const tenant = useTenant();
  const refresh = useRecordsRefresh(tenant.slug);
  return useMutation({
    mutationFn: async ({ rule, records }: Run) => {
      const ids = records.map(({ id }) => id);
      return (await tenant.data<{ ran: readonly RecordData[] }>(runRuleDocument(object, rule.name, ids))).ran.length;
    },
    onSuccess: async (count, { rule }) => {
      toastDone(t.button.done(rule.label, formatCount(count), count === 1));
      await refresh();
    },
    onError: (failure, { records }) => toastFailure(records.length === 1 ? failure : named(failure, records)),
  });
}

/** The failure, each problem with the name of the record that it is about. */
function named(failure: unknown, records: readonly RecordData[]): ApiError {
  const [first, ...rest] = asApiError(failure).problems.map((found) => {
    const position = found.path[found.path.indexOf("ids") + 1];
    const record = typeof position === "number" ? records[position] : undefined;
    return record === undefined
      ? found
      : { ...found, message: `${String(record.name ?? t.list.unnamed)}: ${found.message}` };
  });
  return first === undefined ? asApiError(failure) : new ApiError([first, ...rest]);
}
