import { Anchor, Button, Group, Select, Skeleton, Table, Text } from "@mantine/core";
import { IconBug } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { RULE_LOG, RUN_OUTCOMES, type RuleRun, type RuleRunPage } from "@/api";
import { formatCount, formatDateTime } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ErrorPanel, Page, type PlainColumn, PlainTable, StatePanel, useTitle } from "@/ui";
import { LogSetting, useLogSetting } from "./LogSetting";
import { millisOf, OutcomeBadge, whoOf } from "./outcome";
import classes from "./ruleLog.module.css";

const PAGE = 50;
const PAUSE = 10_000;
const WAITING = ["a", "b", "c", "d"];
const HOUR = 3_600_000;
const HOURS = { hour: 1, day: 24, week: 168 } as const;
const COLUMNS: readonly PlainColumn[] = [
  { label: t.ruleLog.when },
  { label: t.ruleLog.what },
  { label: t.ruleLog.result },
  { label: t.ruleLog.rules },
  { label: t.ruleLog.spent, isNumber: true },
  { label: t.ruleLog.took, isNumber: true },
];

/** The writes whose rules ran, as far as the workspace keeps them. */
export function RuleLogPage() {
  const tenant = useTenant();
  const [params, setParams] = useSearchParams();
  const setting = useLogSetting();
  useTitle(t.ruleLog.title, t.setup.title, tenant.me.tenant.name);
  const rule = params.get("rule");
  const outcome = RUN_OUTCOMES.find((one) => one === params.get("outcome")) ?? null;
  const time = (Object.keys(HOURS) as (keyof typeof HOURS)[]).find((one) => one === params.get("time")) ?? null;
  const list = useInfiniteQuery({
    queryKey: ["tenant", tenant.slug, "setup", "log", "runs", rule, outcome, time],
    initialPageParam: null as string | null,
    refetchInterval: PAUSE,
    queryFn: async ({ pageParam, signal }) => {
      const from = time === null ? null : new Date(Date.now() - HOURS[time] * HOUR).toISOString();
      const variables = { rule, outcome, from, first: PAGE, after: pageParam };
      return (await tenant.metadata<{ runs: RuleRunPage }>({ query: RULE_LOG.runs, variables }, signal)).runs;
    },
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
  });
  const runs = list.data?.pages.flatMap((page) => page.nodes);
  const rules = tenant.catalog.objects.flatMap((object) =>
    object.rules.map(({ id, label }) => ({ value: id, label: `${object.label}: ${label}` })),
  );
  const choose = (name: string) => (value: string | null) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <Page title={t.ruleLog.title}>
      <Text className="quiet" mb="md">
        {t.ruleLog.text}
      </Text>
      <LogSetting />
      <Group mb="md">
        <Select
          aria-label={t.ruleLog.filterRule}
          placeholder={t.ruleLog.allRules}
          data={rules}
          value={rule}
          onChange={choose("rule")}
          clearable
          searchable
        />
        <Select
          aria-label={t.ruleLog.filterOutcome}
          placeholder={t.ruleLog.allOutcomes}
          data={RUN_OUTCOMES.map((value) => ({ value, label: t.ruleLog.outcome[value] }))}
          value={outcome}
          onChange={choose("outcome")}
          clearable
        />
        <Select
          aria-label={t.ruleLog.filterTime}
          placeholder={t.ruleLog.times.any}
          data={(Object.keys(HOURS) as (keyof typeof HOURS)[]).map((value) => ({
            value,
            label: t.ruleLog.times[value],
          }))}
          value={time}
          onChange={choose("time")}
          clearable
        />
      </Group>
      {list.isError && runs === undefined && <ErrorPanel error={list.error} onRetry={() => list.refetch()} />}
      {list.isPending && WAITING.map((row) => <Skeleton key={row} height={32} my={12} />)}
      {runs?.length === 0 && (
        <StatePanel
          icon={<IconBug size={28} />}
          title={t.ruleLog.none}
          text={setting.data?.level === "OFF" ? t.ruleLog.offText : t.ruleLog.noneText}
        />
      )}
      {runs !== undefined && runs.length > 0 && (
        <PlainTable minWidth={760} columns={COLUMNS} label={t.ruleLog.table}>
          {runs.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </PlainTable>
      )}
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t.common.showMore}
        </Button>
      )}
    </Page>
  );
}

function RunRow({ run }: { run: RuleRun }) {
  const tenant = useTenant();
  return (
    <Table.Tr>
      <Table.Td className={classes.short}>
        <Anchor component={Link} to={`${tenant.base}/setup/log/${run.id}`} inherit>
          {formatDateTime(run.at)}
        </Anchor>
      </Table.Td>
      <Table.Td className={classes.short}>
        {run.operation}
        <Text size="xs" className="quiet">
          {t.ruleLog.by(whoOf(run))}
        </Text>
      </Table.Td>
      <Table.Td>
        <OutcomeBadge outcome={run.outcome} />
        {run.message !== null && (
          <Text size="xs" c="var(--mantine-color-error)" lineClamp={2} className={classes.lines}>
            {run.message}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{run.rules.join(", ")}</Table.Td>
      <Table.Td ta="right" className={classes.short}>
        {formatCount(run.fuel)}
      </Table.Td>
      <Table.Td ta="right" className={classes.short}>
        {millisOf(run.micros)}
      </Table.Td>
    </Table.Tr>
  );
}
