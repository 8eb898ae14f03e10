import { Anchor, Button, Code, Modal, Skeleton, Table, Text, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import {
  type FieldInfo,
  fieldNamed,
  INSIGHT,
  isAdministrator,
  type ObjectInfo,
  type RollUp,
  type ToldField,
  type Why,
  type WhyChange,
  type WhyInput,
} from "@/api";
import { formatDateTime, type References, ToldValue, useReferences } from "@/fields";
import { t } from "@/i18n";
import { type Tenant, useTenant } from "@/session";
import { ErrorPanel, useFocusBack } from "@/ui";
import classes from "./why.module.css";

const NOTHING: readonly ToldField[] = [];
const NARROW = "(max-width: 480px)";

/** A value that somebody asks about. */
interface Subject {
  readonly object: string;
  readonly id: string;
  readonly field: string;
  readonly label: string;
}

interface Props extends Subject {
  onClose: () => void;
}

/** Who or what gave a field its value; of computed ones, from what. */
export function WhyDialog({ onClose, ...first }: Props) {
  const [trail, setTrail] = useState<readonly Subject[]>([first]);
  const isNarrow = useMediaQuery(NARROW) ?? false;
  useFocusBack();
  const subject = trail.at(-1) ?? first;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.why.title(subject.label)}
      size="lg"
      fullScreen={isNarrow}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <Reasons subject={subject} onAsk={(next) => setTrail([...trail, next])} />
      {trail.length > 1 && (
        <Button variant="subtle" size="compact-sm" mt="md" onClick={() => setTrail(trail.slice(0, -1))}>
          {t.why.back}
        </Button>
      )}
    </Modal>
  );
}

function Reasons({ subject, onAsk }: { subject: Subject; onAsk: (next: Subject) => void }) {
  const tenant = useTenant();
  const { object, id, field } = subject;
  const found = useQuery({
    queryKey: ["tenant", tenant.slug, "why", object, id, field],
    staleTime: 0,
    queryFn: async ({ signal }) =>
      (await tenant.metadata<{ why: Why }>({ query: INSIGHT.why, variables: { object, id, field } }, signal)).why,
  });
  const known = tenant.object(object);
  const asked = known && fieldNamed(known, field);
  const references = useReferences(found.data === undefined ? NOTHING : toldIn(tenant, asked, found.data));
  if (found.isError) return <ErrorPanel error={found.error} onRetry={() => found.refetch()} />;
  if (found.data === undefined) return <Skeleton height={120} role="status" aria-label={t.common.loading} />;
  const { value, formula, changes, keepsHistory, defaultValue, defaultExpression } = found.data;
  const rollUp = asked?.rollUp ?? null;
  return (
    <>
      <Text size="sm" className="quiet">
        {t.why.now}
      </Text>
      <Text component="div" className={classes.value}>
        <ToldValue field={asked} value={value} references={references} />
      </Text>
      {formula !== null && (
        <>
          <Title order={3} fz="sm" mt="md">
            {t.why.formula}
          </Title>
          <Code block>{formula.expression}</Code>
          <Inputs inputs={formula.inputs} references={references} onAsk={onAsk} />
        </>
      )}
      {rollUp !== null && (
        <>
          <Title order={3} fz="sm" mt="md">
            {t.why.sum}
          </Title>
          <Text size="sm">{sumOf(rollUp, tenant.object(rollUp.object))}</Text>
        </>
      )}
      {changes.length > 0 ? (
        <>
          <Title order={3} fz="sm" mt="md">
            {t.why.changes}
          </Title>
          <ol className={classes.changes}>
            {changes.map((change) => (
              <Change key={change.version} change={change} object={known} field={asked} references={references} />
            ))}
          </ol>
        </>
      ) : (
        formula === null &&
        rollUp === null && (
          <Text size="sm" mt="md">
            {keepsHistory ? t.why.noChanges : t.why.keepsNone}
          </Text>
        )
      )}
      {defaultExpression !== null && (
        <Text size="sm" className="quiet" mt="sm">
          {t.why.ofExpression(defaultExpression)}
        </Text>
      )}
      {defaultValue !== null && (
        <Text size="sm" className="quiet" mt="sm">
          {t.why.ofDefault} <ToldValue field={asked} value={defaultValue} references={references} />
        </Text>
      )}
    </>
  );
}

/** What a roll-up sums up, in words. */
function sumOf({ function: name, object, of, where }: RollUp, list: ObjectInfo | undefined): string {
  const field = list?.fields.find((one) => one.name === of)?.label ?? of ?? "";
  const sum = t.why.sums[name](list?.pluralLabel ?? object, field);
  return where ? t.why.sumWhere(sum, where) : sum;
}

interface InputsProps {
  inputs: readonly WhyInput[];
  references: References | undefined;
  onAsk: (next: Subject) => void;
}

function Inputs({ inputs, references, onAsk }: InputsProps) {
  const tenant = useTenant();
  if (inputs.length === 0) return null;
  return (
    <Table mt="xs" aria-label={t.why.inputs}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.why.input}</Table.Th>
          <Table.Th>{t.why.value}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {inputs.map(({ path, label, object, field, record, value }) => (
          <Table.Tr key={path}>
            <Table.Td>
              {record === null ? (
                path
              ) : (
                <Anchor
                  component="button"
                  type="button"
                  onClick={() => onAsk({ object, id: record, field, label })}
                  aria-label={t.why.ask(path)}
                >
                  {path}
                </Anchor>
              )}
            </Table.Td>
            <Table.Td className={classes.value}>
              <ToldValue field={fieldOf(tenant, object, field)} value={value} references={references} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface ChangeProps {
  change: WhyChange;
  object: ObjectInfo | undefined;
  field: FieldInfo | undefined;
  references: References | undefined;
}

function Change({ change, object, field, references }: ChangeProps) {
  const { at, user, before, after } = change;
  const who = user === null ? t.why.platform : (user.name ?? t.why.somebody);
  return (
    <li className={classes.change}>
      <Text component="div" className={classes.value}>
        {change.kind !== "CREATE" && (
          <>
            <ToldValue field={field} value={before} references={references} />
            <IconArrowRight size={14} role="img" aria-label={t.why.became} className={classes.arrow} />
          </>
        )}
        <ToldValue field={field} value={after} references={references} />
      </Text>
      <Reason change={change} object={object} />
      <Text size="sm" className="quiet">
        {t.why.change(formatDateTime(at), who)}
      </Text>
    </li>
  );
}

function Reason({ change: { rule, isDefault }, object }: { change: WhyChange; object: ObjectInfo | undefined }) {
  const tenant = useTenant();
  if (rule === null) return <Text size="sm">{isDefault ? t.why.isDefault : t.why.given}</Text>;
  const known = object?.rules.find(({ id }) => id === rule.id);
  const text = rule.line > 0 ? t.why.byRuleLine(rule.name, rule.line) : t.why.byRule(rule.name);
  return (
    <>
      {known !== undefined && object !== undefined && isAdministrator(tenant.catalog) ? (
        <Anchor component={Link} to={`${tenant.base}/setup/o/${object.name}/rules/${known.name}`} size="sm">
          {text}
        </Anchor>
      ) : (
        <Text size="sm">{text}</Text>
      )}
      {rule.text !== null && <Code block>{rule.text.trim()}</Code>}
    </>
  );
}

function fieldOf(tenant: Tenant, object: string, name: string): FieldInfo | undefined {
  const of = tenant.object(object);
  return of && fieldNamed(of, name);
}

/** All values that an answer tells of. */
function toldIn(
  tenant: Tenant,
  field: FieldInfo | undefined,
  { value, changes, formula, defaultValue }: Why,
): readonly ToldField[] {
  const own = [value, defaultValue, ...changes.flatMap(({ before, after }) => [before, after])];
  const read = (formula?.inputs ?? []).map((input) => ({
    field: fieldOf(tenant, input.object, input.field),
    value: input.value,
  }));
  return [...own.map((one) => ({ field, value: one })), ...read].flatMap(({ field: of, value: told }) =>
    of === undefined ? [] : [{ field: of, value: told }],
  );
}

export default WhyDialog;
