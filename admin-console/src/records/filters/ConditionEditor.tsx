import { Button, Group, MultiSelect, Select, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useMemo, useState } from "react";
import {
  type FieldInfo,
  inverseLinks,
  isPolymorphic,
  isToOne,
  type ObjectInfo,
  recordId,
  targetObjectName,
  targetsOf,
} from "@/api";
import { parseNumber, RecordsPicker } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { type BoundCondition, bindCondition, type Condition, conditionField, isComplete } from "./conditions";
import { arityOf, type Operator, operatorLabel, operatorsOf, PERIODS, periodLabel } from "./operators";
import { useReferences } from "./references";

/** The fields to filter by: the object's own, the links of others to it, then those of the records it points to. */
function useChoices(object: ObjectInfo) {
  const tenant = useTenant();
  return useMemo(() => {
    const filterable = (field: FieldInfo) => operatorsOf(field).length > 0 && field.name !== "deletedAt";
    const own = object.fields
      .filter(filterable)
      .flatMap((field) => [
        { value: field.name, label: field.label },
        ...(isPolymorphic(field) ? [{ value: targetObjectName(field), label: t.list.objectOf(field.label) }] : []),
      ]);
    const links = object.relations
      .map((relation) => inverseLinks(tenant.catalog, object, relation.name))
      .filter((field) => field !== undefined)
      .map((field) => ({ value: field.name, label: field.label }));
    const related = object.fields
      .filter((field) => isToOne(field) && !field.isSystem)
      .flatMap((through) =>
        (tenant.object(through.target)?.fields ?? [])
          .filter((field) => filterable(field) && !isToOne(field) && (!field.isSystem || field.name === "name"))
          .map((field) => ({
            value: `${through.name}.${field.name}`,
            label: t.list.in(through.label, field.label),
          })),
      );
    return [...own, ...links, ...related];
  }, [object, tenant]);
}

interface Props {
  object: ObjectInfo;
  condition: BoundCondition | null;
  onApply: (condition: Condition) => void;
}

/** Makes or changes one condition. */
export function ConditionEditor({ object, condition, onApply }: Props) {
  const tenant = useTenant();
  const choices = useChoices(object);
  const [place, setPlace] = useState(condition?.path.join(".") ?? "name");
  const [operator, setOperator] = useState<Operator>(condition?.operator ?? "contains");
  const [values, setValues] = useState<readonly string[]>(condition?.values ?? []);

  const path = place.split(".") as unknown as Condition["path"];
  const bound = bindCondition(tenant.catalog, object, { path, operator, values });
  const draft: Condition = { path, operator, values: bound === null ? values : normalized(bound) };

  const chooseField = (next: string | null) => {
    if (next === null) return;
    const nextPath = next.split(".") as unknown as Condition["path"];
    setPlace(next);
    setValues([]);
    const field = findField(nextPath);
    setOperator(field === undefined ? "contains" : (operatorsOf(field)[0] ?? "contains"));
  };
  const findField = (names: Condition["path"]) => {
    const [first, second] = names;
    const own = conditionField(tenant.catalog, object, first);
    if (second === undefined) return own;
    return tenant.object(own?.target ?? null)?.fields.find((field) => field.name === second);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (isComplete(draft)) onApply(draft);
  };

  return (
    <form onSubmit={submit} aria-label={t.list.filter}>
      <Stack gap="xs" w={280}>
        <Select
          label={t.list.filterField}
          data={choices}
          value={place}
          onChange={chooseField}
          searchable
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          maxDropdownHeight={240}
        />
        {bound !== null && (
          <>
            <Select
              label={t.list.filterOperator}
              data={operatorsOf(bound.field).map((name) => ({ value: name, label: operatorLabel(name, bound.field) }))}
              value={operator}
              onChange={(next) => {
                if (next === null) return;
                if (arityOf(next as Operator) !== arityOf(operator)) setValues([]);
                setOperator(next as Operator);
              }}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
            />
            <ValueInput field={bound.field} operator={operator} values={values} onChange={setValues} />
          </>
        )}
        <Group justify="flex-end" mt={4}>
          <Button type="submit" disabled={!isComplete(draft)}>
            {t.list.applyFilter}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Numbers as the API reads them; what is no number stays away. */
function normalized({ field, values }: BoundCondition): readonly string[] {
  if (field.type === "number" || field.type === "currency" || field.type === "percent") {
    return values.map((value) => parseNumber(value) ?? "");
  }
  if (field.type === "dateTime") {
    return values.map((value) => (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value) ? new Date(value).toISOString() : value));
  }
  return values;
}

interface ValueProps {
  field: FieldInfo;
  operator: Operator;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}

function ValueInput({ field, operator, values, onChange }: ValueProps) {
  const arity = arityOf(operator);
  if (arity === "none") return null;
  if (operator === "relative") {
    return (
      <Select
        label={t.list.filterValue}
        data={PERIODS.map((period) => ({ value: period, label: periodLabel(period) }))}
        value={values[0] ?? null}
        onChange={(value) => onChange(value === null ? [] : [value])}
        comboboxProps={{ withinPortal: false }}
        maxDropdownHeight={240}
      />
    );
  }
  if (arity === "many") return <ManyInput field={field} operator={operator} values={values} onChange={onChange} />;
  const type = field.type === "date" ? "date" : field.type === "dateTime" ? "datetime-local" : "text";
  const input = (position: number, label: string) => (
    <TextInput
      label={label}
      type={type}
      value={values[position] ?? ""}
      onChange={(event) => {
        const next = [values[0] ?? "", values[1] ?? ""].slice(0, arity === "two" ? 2 : 1);
        next[position] = event.currentTarget.value;
        onChange(next);
      }}
      data-autofocus
    />
  );
  if (arity === "one") return input(0, t.list.filterValue);
  return (
    <Group grow gap="xs" align="end">
      {input(0, t.list.filterFrom)}
      {input(1, t.list.filterTo)}
    </Group>
  );
}

function ManyInput({ field, values, onChange }: ValueProps) {
  const targets = targetsOf(field);
  const references = useReferences(targets, values);
  if (targets.length > 0) {
    const held = values.map((id) => references[id] ?? { id: recordId(id), name: null });
    return (
      <RecordsPicker
        targets={targets}
        label={t.list.filterValue}
        value={held}
        onChange={(references) => onChange(references.map(({ id }) => id))}
        isInPopover
      />
    );
  }
  return (
    <MultiSelect
      label={t.list.filterValue}
      size="sm"
      data={(field.values ?? []).map(({ value, label }) => ({ value, label }))}
      value={[...values]}
      onChange={onChange}
      searchable
      comboboxProps={{ withinPortal: false }}
    />
  );
}
