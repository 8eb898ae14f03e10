import { Alert, Anchor, Skeleton, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { RULE_LOG, type RuleRunDetail } from "@/api";
import { formatCount, formatDateTime } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ErrorPanel, Page, useTitle } from "@/ui";
import { millisOf, OutcomeBadge, whoOf } from "./outcome";
import { RunStepView } from "./RunStepView";
import classes from "./ruleLog.module.css";

/** What the rules of one write did, in their order. */
export function RunPage() {
  const tenant = useTenant();
  const { run: id = "" } = useParams();
  const list = `${tenant.base}/setup/log`;
  const found = useQuery({
    queryKey: ["tenant", tenant.slug, "setup", "log", "run", id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) =>
      (await tenant.metadata<{ run: RuleRunDetail }>({ query: RULE_LOG.run, variables: { id } }, signal)).run,
  });
  const run = found.data;
  useTitle(run?.operation ?? t.ruleLog.run, t.ruleLog.title, t.setup.title);
  if (found.isError) return <ErrorPanel error={found.error} onRetry={() => found.refetch()} home={list} />;
  return (
    <Page
      title={run?.operation ?? t.ruleLog.run}
      note={run !== undefined && <OutcomeBadge outcome={run.outcome} />}
      above={
        <Anchor component={Link} to={list} inherit>
          {t.ruleLog.title}
        </Anchor>
      }
    >
      {run === undefined ? (
        <Skeleton height={240} />
      ) : (
        <>
          <Text className="quiet figures" mb="md">
            {formatDateTime(run.at)} · {t.ruleLog.by(whoOf(run))} · {millisOf(run.micros)}
          </Text>
          {run.message !== null && (
            <Alert color={run.outcome === "FAILED" ? "red" : "orange"} mb="md" style={{ whiteSpace: "pre-wrap" }}>
              {run.message}
            </Alert>
          )}
          <Title order={2} fz="md" mb="xs">
            {t.ruleLog.limits}
          </Title>
          <dl className={classes.limits}>
            {run.detail.limits.map(({ limit, spent, most }) => (
              <div key={limit}>
                <Text component="dt" size="xs" className="quiet">
                  {t.ruleLog.limit[limit] ?? limit}
                </Text>
                <dd className="figures">{t.ruleLog.of(formatCount(spent), formatCount(most))}</dd>
              </div>
            ))}
          </dl>
          <Title order={2} fz="md" mb="xs">
            {t.ruleLog.runsOf}
          </Title>
          <ol className={classes.steps}>
            {run.detail.steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a run never change
              <RunStepView key={index} step={step} position={index + 1} isSaved={run.outcome === "SAVED"} />
            ))}
          </ol>
          {run.detail.isCut && <Text className="quiet">{t.ruleLog.isCut}</Text>}
        </>
      )}
    </Page>
  );
}
