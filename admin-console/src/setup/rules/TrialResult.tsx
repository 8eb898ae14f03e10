import { Anchor, Table, Text } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { Link } from "react-router";
import {
  type FieldInfo,
  fieldNamed,
  type ObjectInfo,
  type RuleTrial,
  type RunFieldSet,
  type ToldField,
  type TrialCase,
} from "@/api";
import { formatCount, formatDateTime, type References, ToldValue, useReferences } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { type PlainColumn, PlainTable } from "@/ui";
import classes from "./rules.module.css";

const COLUMNS: readonly PlainColumn[] = [{ label: t.trial.record }, { label: t.trial.result }];

/** What a rule would have done, record by record, and what it spent. */
export function TrialResult({ object, trial }: { object: ObjectInfo; trial: RuleTrial }) {
  const references = useReferences(toldIn(object, trial));
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
            <Case key={index} object={object} found={found} references={references} />
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

interface CaseProps {
  object: ObjectInfo;
  found: TrialCase;
  references: References | undefined;
}

function Case({ object, found, references }: CaseProps) {
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
        {found.set.map((set) => (
          <FieldSet key={set.field} set={set} field={fieldNamed(object, set.field)} references={references} />
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

interface FieldSetProps {
  set: RunFieldSet;
  field: FieldInfo | undefined;
  references: References | undefined;
}

/** What a field was and would be, as people read it. */
function FieldSet({ set: { field: name, before, after, line }, field, references }: FieldSetProps) {
  return (
    <div className={classes.set}>
      <span>{field?.label ?? name}:</span>
      <ToldValue field={field} value={before} references={references} />
      <IconArrowRight size={14} role="img" aria-label={t.trial.becomes} className={classes.arrow} />
      <ToldValue field={field} value={after} references={references} />
      {line > 0 && (
        <Text span size="xs" className="quiet">
          {t.trial.line(line)}
        </Text>
      )}
    </div>
  );
}

/** All values that a trial tells of. */
function toldIn(object: ObjectInfo, { cases }: RuleTrial): readonly ToldField[] {
  return cases
    .flatMap(({ set }) => set)
    .flatMap(({ field: name, before, after }) => {
      const field = fieldNamed(object, name);
      return field === undefined ? [] : [before, after].map((value) => ({ field, value }));
    });
}
