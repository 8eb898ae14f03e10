import { Select } from "@mantine/core";
import type { ObjectInfo } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ExpressionInput } from "@/setup/expression";
import type { FieldForm } from "./fieldForm";
import { functionsOf, listsOf, type RollUpForm, rollUpFormOf, summableFields } from "./rollUpForm";

interface Props {
  object: ObjectInfo;
  form: FieldForm;
  isNew: boolean;
  onChange: (rollUp: RollUpForm | null) => void;
  errorAt: (property: string) => string | undefined;
}

/** Which records of a list a field sums up, and how. */
export function RollUpInput({ object, form, isNew, onChange, errorAt }: Props) {
  const tenant = useTenant();
  const { rollUp } = form;
  const lists = listsOf(object);
  const list =
    rollUp === null
      ? null
      : (lists.find(({ target, field }) => target === rollUp.object && field === rollUp.through)?.name ?? null);
  return (
    <>
      <Select
        label={t.setup.rollUp}
        description={t.setup.rollUpHelp}
        data={lists.map(({ name, label }) => ({ value: name, label }))}
        value={list}
        onChange={(chosen) => onChange(chosen === null ? null : rollUpFormOf(object, chosen, form.type))}
        error={errorAt("rollUp") ?? errorAt("object") ?? errorAt("through")}
        clearable={isNew}
        disabled={lists.length === 0}
        searchable
      />
      {rollUp !== null && (
        <>
          <Select
            label={t.setup.rollUpFunction}
            data={functionsOf(form.type).map((name) => ({ value: name, label: t.setup.rollUpFunctions[name] }))}
            value={rollUp.function}
            onChange={(chosen) => {
              const next = functionsOf(form.type).find((name) => name === chosen);
              if (next !== undefined) onChange({ ...rollUp, function: next });
            }}
            error={errorAt("function")}
            allowDeselect={false}
            withAsterisk
          />
          {rollUp.function !== "count" && (
            <Select
              label={t.setup.rollUpOf}
              data={summableFields(tenant.catalog, rollUp, form.type).map(({ name, label }) => ({
                value: name,
                label,
              }))}
              value={rollUp.of}
              onChange={(of) => onChange({ ...rollUp, of })}
              error={errorAt("of")}
              searchable
              withAsterisk
            />
          )}
          <ExpressionInput
            object={tenant.object(rollUp.object) ?? object}
            label={t.setup.rollUpWhere}
            help={t.setup.rollUpWhereHelp}
            gives="BOOLEAN"
            value={rollUp.where}
            onChange={(where) => onChange({ ...rollUp, where })}
            error={errorAt("where")}
          />
        </>
      )}
    </>
  );
}
