import { Anchor, Table, Text } from "@mantine/core";
import { Link } from "react-router";
import { fieldNamed, type ObjectInfo, type RuleTrial, type TrialCase } from "@/api";
import { formatCount, formatDateTime } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { type PlainColumn, PlainTable } from "@/ui";
import classes from "./rules.module.css";

const COLUMNS: readonly PlainColumn[] = [{ label: t.trial.record }, { label: t.trial.result }];

/** What a rule would have done, record by record, and what it spent. */
export function TrialResult({ object, trial }: { object: ObjectInfo; trial: RuleTrial }) {
  const spent = trial.limits
    .filter((limit) => limit.spent > 0)
    .map(({ limit, spent, most }) =>
      t.trial.limit(formatCount(spent), formatCount(most), t.ruleLog.limit[limit] ?? limit),
    )
    .join(", ");
  return (
    <>
      {trial.cases.length === 0 ? (
        <Text size="sm">{t.trial.none}</Text>
      ) : (
        <PlainTable minWidth={300} columns={COLUMNS} label={t.trial.table}>
          {trial.cases.map((found, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cases of a trial never change
            <Case key={index} object={object} found={found} />
          ))}
        </PlainTable>
      )}
      {trial.isCut && (
        <Text size="sm" className="quiet">
          {t.trial.isCut}
        </Text>
      )}
      <Text size="xs" className="quiet figures">
        {t.trial.took(t.ruleLog.millis(formatCount(Math.round(trial.micros / 1_000))), spent)}
      </Text>
    </>
  );
}

function Case({ object, found }: { object: ObjectInfo; found: TrialCase }) {
  const tenant = useTenant();
  const moment = t.ruleLog.moment[found.moment] ?? found.moment;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={tenant.recordPath(object, found.record)} target="_blank" inherit>
          {found.name ?? t.list.unnamed}
        </Anchor>
        <Text size="xs" className="quiet figures">
          {[found.at === null ? null : formatDateTime(found.at), moment].filter(Boolean).join(", ")}
        </Text>
      </Table.Td>
      <Table.Td className={classes.outcome}>
        {found.failure !== null && (
          <Text size="sm" c="var(--mantine-color-error)">
            {found.failure}
          </Text>
        )}
        {found.refusals.map((text) => (
          <Text key={text} size="sm" c="var(--mantine-color-error)">
            {text}
          </Text>
        ))}
        {found.set.map(({ field, before, after, line }) => (
          <div key={field}>
            {t.trial.would(fieldNamed(object, field)?.label ?? field, shown(before), shown(after))}{" "}
            {line > 0 && (
              <Text span size="xs" className="quiet">
                {t.trial.line(line)}
              </Text>
            )}
          </div>
        ))}
        {[...found.writes, ...found.warnings].map((text) => (
          <div key={text}>{text}</div>
        ))}
        {found.log.length > 0 && (
          <Text size="xs" className="quiet">
            {t.trial.log}: {found.log.map(({ text }) => text).join("; ")}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** A value in the form of the API. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return t.common.empty;
  return typeof value === "string" ? value : JSON.stringify(value);
}
