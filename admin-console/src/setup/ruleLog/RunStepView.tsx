import { Alert, Anchor, Group, Table, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { RunStep } from "@/api";
import { formatCount } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { type PlainColumn, PlainTable } from "@/ui";
import { millisOf } from "./outcome";
import classes from "./ruleLog.module.css";

const FIELDS: readonly PlainColumn[] = [
  { label: t.ruleLog.record },
  { label: t.ruleLog.field },
  { label: t.ruleLog.before },
  { label: t.ruleLog.after },
  { label: t.ruleLog.line, isNumber: true },
];
const QUERIES: readonly PlainColumn[] = [
  { label: t.ruleLog.query },
  { label: t.ruleLog.rows, isNumber: true },
  { label: t.ruleLog.took, isNumber: true },
];

interface Props {
  step: RunStep;
  position: number;
  /** Whether the write that it belonged to was kept. */
  isSaved: boolean;
}

/** One run of a rule: what it set, asked, wrote to its log and spent. */
export function RunStepView({ step, position, isSaved }: Props) {
  // What was not saved has made no records to go to.
  const isThere = isSaved || !step.moment.endsWith("_CREATE");
  const set = step.records.flatMap((record) => record.set.map((one) => ({ record: record.id, ...one })));
  return (
    <li className={classes.step}>
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={3} fz="md">
          {t.ruleLog.step(position, step.rule)}{" "}
          <Text span size="sm" className="quiet">
            {step.object}, {t.ruleLog.moment[step.moment] ?? step.moment}
          </Text>
        </Title>
        <Text size="sm" className="quiet figures">
          {t.ruleLog.limit.fuel}: {formatCount(step.fuel)} · {millisOf(step.micros)}
        </Text>
      </Group>
      <RuleLink step={step} />
      {step.chain.length > 1 && (
        <Text size="sm" className="quiet">
          {t.ruleLog.setOff}: {step.chain.slice(0, -1).join(" › ")}
        </Text>
      )}
      {step.failure !== null && (
        <Alert color="red" title={t.ruleLog.failed} my="xs">
          {step.failure}
        </Alert>
      )}
      {step.refusals.length > 0 && (
        <Alert color="orange" title={t.ruleLog.refused} my="xs">
          <Lines lines={step.refusals} />
        </Alert>
      )}
      {step.warnings.length > 0 && (
        <Alert color="yellow" title={t.ruleLog.warning} my="xs">
          <Lines lines={step.warnings} />
        </Alert>
      )}
      {set.length === 0 ? (
        <Text size="sm" className="quiet" my="xs">
          {t.ruleLog.setNothing}
        </Text>
      ) : (
        <PlainTable minWidth={520} columns={FIELDS} label={t.ruleLog.field}>
          {set.map((one) => (
            <Table.Tr key={`${one.record} ${one.field}`}>
              <Table.Td>
                <RecordLink object={isThere ? step.object : null} id={one.record} />
              </Table.Td>
              <Table.Td>{one.field}</Table.Td>
              <Table.Td className={classes.value}>{shown(one.before)}</Table.Td>
              <Table.Td className={classes.value}>{shown(one.after)}</Table.Td>
              <Table.Td ta="right" className="figures">
                {one.line === 0 ? "–" : one.line}
              </Table.Td>
            </Table.Tr>
          ))}
        </PlainTable>
      )}
      {step.queries.length > 0 && (
        <PlainTable minWidth={420} columns={QUERIES} label={t.ruleLog.queries}>
          {step.queries.map((query, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the queries of a run never change
            <Table.Tr key={index}>
              <Table.Td className={classes.value}>{query.text}</Table.Td>
              <Table.Td ta="right" className="figures">
                {formatCount(query.rows)}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {millisOf(query.micros)}
              </Table.Td>
            </Table.Tr>
          ))}
        </PlainTable>
      )}
      {step.log.length > 0 && (
        <>
          <Text size="sm" fw={550} mt="xs">
            {t.ruleLog.log}
          </Text>
          <pre className={classes.log}>{step.log.map(({ level, text }) => `${level} ${text}`).join("\n")}</pre>
        </>
      )}
    </li>
  );
}

function Lines({ lines }: { lines: readonly string[] }): ReactNode {
  return lines.map((line) => <div key={line}>{line}</div>);
}

function RuleLink({ step }: { step: RunStep }) {
  const tenant = useTenant();
  const rule = tenant.object(step.object)?.rules.find(({ id }) => id === step.ruleId);
  if (rule === undefined) return null;
  return (
    <Anchor
      component={Link}
      to={`${tenant.base}/setup/o/${step.object}/rules/${rule.name}`}
      size="sm"
      className={classes.toRule}
    >
      {t.ruleLog.toRule(rule.label)}
    </Anchor>
  );
}

function RecordLink({ object, id }: { object: string | null; id: string }) {
  const tenant = useTenant();
  const known = object === null ? undefined : tenant.object(object);
  const short = `…${id.slice(-8)}`;
  if (known === undefined) return <span title={id}>{short}</span>;
  return (
    <Anchor component={Link} to={tenant.recordPath(known, id)} title={id} inherit>
      {short}
    </Anchor>
  );
}

/** A value as the API has it. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}
