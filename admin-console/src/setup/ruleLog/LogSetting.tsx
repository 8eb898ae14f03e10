import { Group, NumberInput, Select, Skeleton } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { LOG_LEVELS, type LogLevel, RULE_LOG, type RuleLogSetting } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { toastDone, toastFailure } from "@/ui";

const MOST_DAYS = 30;

/** What the workspace keeps of what rules do. */
export function useLogSetting() {
  const tenant = useTenant();
  return useQuery({
    queryKey: ["tenant", tenant.slug, "setup", "log", "setting"],
    queryFn: async ({ signal }) =>
      (await tenant.metadata<{ setting: RuleLogSetting }>({ query: RULE_LOG.setting }, signal)).setting,
  });
}

export function LogSetting() {
  const tenant = useTenant();
  const client = useQueryClient();
  const { data: setting } = useLogSetting();
  const change = useMutation({
    mutationFn: (wanted: RuleLogSetting) =>
      tenant.metadata<{ setting: RuleLogSetting }>({ query: RULE_LOG.change, variables: { ...wanted } }),
    onSuccess: (answer) => {
      client.setQueryData(["tenant", tenant.slug, "setup", "log", "setting"], answer.setting);
      toastDone(t.ruleLog.saved);
    },
    onError: toastFailure,
  });
  if (setting === undefined) return <Skeleton height={60} mb="md" />;
  return (
    <Group align="end" mb="lg">
      <Select
        label={t.ruleLog.keep}
        data={LOG_LEVELS.map((value) => ({ value, label: t.ruleLog.level[value] }))}
        value={change.variables?.level ?? setting.level}
        onChange={(level) => level !== null && change.mutate({ ...setting, level: level as LogLevel })}
        disabled={change.isPending}
        allowDeselect={false}
      />
      <NumberInput
        key={setting.days}
        label={t.ruleLog.days}
        defaultValue={setting.days}
        min={1}
        max={MOST_DAYS}
        clampBehavior="strict"
        allowDecimal={false}
        onBlur={(event) => {
          const days = Number(event.currentTarget.value);
          if (days >= 1 && days !== setting.days) change.mutate({ ...setting, days });
        }}
        w={120}
      />
    </Group>
  );
}
