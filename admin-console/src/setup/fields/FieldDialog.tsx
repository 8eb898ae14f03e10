import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { type AffectedRecords, type FieldInfo, METADATA, type ObjectInfo } from "@/api";
import { type Draft, kindOf } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { FailureAlert, fieldNameOf, formFailure, useMetadataChange } from "@/setup/change";
import { ExpressionInput } from "@/setup/expression";
import { FormDrawer, FormFoot, toastDone } from "@/ui";
import { AffectedNotice } from "./AffectedNotice";
import { FieldTypeIcon } from "./FieldTypeIcon";
import { FormulaInput } from "./FormulaInput";
import {
  blankForm,
  createInput,
  defaultKindOf,
  type FieldForm,
  fieldOf,
  formOf,
  hasTarget,
  isComputed,
  isDerived,
  optionsOf,
  updateInput,
} from "./fieldForm";
import { RollUpInput } from "./RollUpInput";
import { functionsOf, isIncomplete as lacksRollUp } from "./rollUpForm";
import { inverseHelp, TargetsInput } from "./TargetsInput";
import { TypePicker } from "./TypePicker";
import { useFieldPreview } from "./useFieldPreview";
import { ValuesEditor } from "./ValuesEditor";

const NAMES = [
  "name",
  "label",
  "type",
  "required",
  "unique",
  "externalId",
  "indexed",
  "helpText",
  "defaultValue",
  "defaultExpression",
  "visibleWhen",
  "formula",
  "rollUp",
  "object",
  "through",
  "function",
  "of",
  "where",
  "maxLength",
  "digits",
  "decimals",
  "format",
  "values",
  "target",
  "targets",
  "inverseName",
  "inverseLabel",
];

interface Props {
  object: ObjectInfo;
  /** Null makes a new one. */
  field: FieldInfo | null;
  onClose: () => void;
}

/** Makes a field, beginning with its type, or changes one. */
export function FieldDialog({ object, field, onClose }: Props) {
  const [form, setForm] = useState<FieldForm | null>(field === null ? null : formOf(field));
  const title = field === null ? t.setup.newField : t.setup.editField(field.label);
  return (
    <FormDrawer title={title} onClose={onClose}>
      {form === null ? (
        <TypePicker onChoose={(type) => setForm(blankForm(object, type))} />
      ) : (
        <Options
          object={object}
          field={field}
          start={form}
          onBack={field === null ? () => setForm(null) : null}
          onClose={onClose}
        />
      )}
    </FormDrawer>
  );
}

interface OptionsProps {
  object: ObjectInfo;
  field: FieldInfo | null;
  start: FieldForm;
  onBack: (() => void) | null;
  onClose: () => void;
}

function Options({ object, field, start, onBack, onClose }: OptionsProps) {
  const tenant = useTenant();
  const [form, setForm] = useState(start);
  const [isNameOwn, setNameOwn] = useState(field !== null);
  const create = useMetadataChange(METADATA.createField, {
    done: () => {
      toastDone(t.setup.fieldCreated(form.label));
      onClose();
    },
  });
  const update = useMetadataChange(METADATA.updateField, {
    done: () => {
      toastDone(t.setup.fieldSaved(form.label));
      onClose();
    },
  });
  const preview = useFieldPreview(object);
  const [asked, setAsked] = useState<{ readonly form: FieldForm; readonly affected: readonly AffectedRecords[] }>();
  const affected = asked?.form === form ? asked.affected : null;
  const save = field === null ? create : update;
  const problems = formFailure(save.error ?? preview.error, NAMES);
  const options = optionsOf(form);
  const isNew = field === null;
  const labelInput = useRef<HTMLInputElement>(null);
  // The drawer gives the focus once, when it opens; the button of the type is gone by now.
  useEffect(() => {
    if (isNew) labelInput.current?.focus();
  }, [isNew]);
  const set = <K extends keyof FieldForm>(key: K, value: FieldForm[K]) =>
    setForm((before) => ({ ...before, [key]: value }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isNew) {
      create.mutate({ input: createInput(object, form) });
      return;
    }
    const input = updateInput(start, form);
    const change = () => update.mutate({ object: object.name, name: field.name, input });
    if (affected !== null) {
      change();
      return;
    }
    preview.mutate(
      { name: field.name, input },
      { onSuccess: (found) => (found.length === 0 ? change() : setAsked({ form, affected: found })) },
    );
  };

  const input = (
    key: "maxLength" | "digits" | "decimals" | "format" | "inverseName" | "inverseLabel",
    label: string,
    help?: string,
    isFixed = false,
  ) => (
    <TextInput
      label={label}
      description={help}
      value={form[key]}
      onChange={(event) => set(key, event.currentTarget.value)}
      error={problems.at(key)}
      disabled={isFixed}
      inputMode={key === "maxLength" || key === "digits" || key === "decimals" ? "numeric" : undefined}
    />
  );
  const flag = (
    key: "required" | "unique" | "externalId" | "indexed" | "readOnly" | "deprecated",
    label: string,
    help?: string,
    isFixed = false,
  ) => (
    <Checkbox
      label={label}
      description={help}
      checked={form[key] || isFixed}
      onChange={(event) => set(key, event.currentTarget.checked)}
      error={problems.at(key)}
      disabled={isFixed}
    />
  );
  const defaultField = fieldOf(form, t.setup.defaultValue);
  const { Editor } = kindOf(defaultField);
  const defaultKind = defaultKindOf(form);
  const isIncomplete =
    form.label.trim() === "" ||
    form.name.trim() === "" ||
    (options.hasTarget && !hasTarget(form)) ||
    lacksRollUp(form.rollUp);

  return (
    <form onSubmit={submit}>
      <Stack>
        <FailureAlert messages={problems.others} />
        <Group gap="xs">
          <FieldTypeIcon type={form.type} />
          <Text fw={550} size="sm" style={{ flex: 1 }}>
            {t.fieldTypes[form.type][0]}
          </Text>
          {onBack !== null && (
            <Button variant="subtle" size="compact-sm" onClick={onBack}>
              {t.common.back}
            </Button>
          )}
        </Group>
        <TextInput
          ref={labelInput}
          label={t.setup.label}
          value={form.label}
          onChange={(event) => {
            const label = event.currentTarget.value;
            setForm((before) => ({ ...before, label, name: isNameOwn ? before.name : fieldNameOf(label) }));
          }}
          error={problems.at("label")}
          withAsterisk
          data-autofocus
        />
        <TextInput
          label={t.setup.apiName}
          description={isNew ? t.setup.fieldNameHelp : undefined}
          value={form.name}
          disabled={!isNew}
          onChange={(event) => {
            setNameOwn(true);
            set("name", event.currentTarget.value);
          }}
          error={problems.at("name")}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
          withAsterisk
        />
        {options.hasTarget && (
          <>
            <TargetsInput
              form={form}
              isFixed={!isNew && start.target !== null}
              onChange={(change) => setForm((before) => ({ ...before, ...change }))}
              error={problems.at("targets") ?? problems.at("target")}
            />
            {hasTarget(form) && (
              <>
                {input("inverseLabel", t.setup.inverseLabel, inverseHelp(tenant.catalog, form))}
                {input("inverseName", t.setup.inverseName, undefined, !isNew)}
              </>
            )}
          </>
        )}
        {options.hasValues && (
          <ValuesEditor
            values={form.values}
            onChange={(values) => set("values", values)}
            error={problems.at("values")}
          />
        )}
        {options.hasLength && input("maxLength", t.setup.maxLength)}
        {(options.hasDigits || options.hasDecimals) && (
          <Group grow align="start">
            {options.hasDigits && input("digits", t.setup.digits, undefined, !isNew)}
            {options.hasDecimals && input("decimals", t.setup.decimals, undefined, !isNew)}
          </Group>
        )}
        {options.hasFormat && input("format", t.setup.format, t.setup.formatHelp, !isNew)}
        {functionsOf(form.type).length > 0 && (isNew ? !isComputed(form) : start.rollUp !== null) && (
          <RollUpInput
            object={object}
            form={form}
            isNew={isNew}
            onChange={(rollUp) => set("rollUp", rollUp)}
            errorAt={problems.at}
          />
        )}
        {options.canBeComputed && form.rollUp === null && (isNew || start.formula !== "") && (
          <FormulaInput
            object={object}
            form={form}
            isNew={isNew}
            onChange={(formula) => set("formula", formula)}
            error={problems.at("formula")}
          />
        )}
        {options.hasDefault && Editor !== null && form.defaultExpression.trim() === "" && (
          <Editor
            field={defaultField}
            value={(form.defaultValue ?? kindOf(defaultField).draft(defaultField, null)) as Draft}
            onChange={(value) => set("defaultValue", value)}
            error={problems.at("defaultValue") ?? null}
            autoFocus={false}
          />
        )}
        {defaultKind !== null && (
          <ExpressionInput
            object={object}
            label={t.setup.defaultExpression}
            help={t.setup.defaultExpressionHelp}
            gives={defaultKind}
            value={form.defaultExpression}
            onChange={(expression) => set("defaultExpression", expression)}
            error={problems.at("defaultExpression")}
          />
        )}
        <ExpressionInput
          object={object}
          label={t.setup.visibleWhen}
          help={t.setup.visibleWhenHelp}
          gives="BOOLEAN"
          value={form.visibleWhen}
          onChange={(condition) => set("visibleWhen", condition)}
          error={problems.at("visibleWhen")}
          isForForms
        />
        <Textarea
          label={t.setup.helpText}
          description={t.setup.helpTextHelp}
          value={form.helpText}
          onChange={(event) => set("helpText", event.currentTarget.value)}
          error={problems.at("helpText")}
          autosize
        />
        {options.canBeRequired &&
          flag("required", t.setup.required, !isNew && !start.required ? t.setup.requiredHelp : undefined)}
        {options.canBeUnique && flag("unique", t.setup.unique, t.setup.uniqueHelp, form.externalId)}
        {options.canBeUnique && flag("externalId", t.setup.externalId, t.setup.externalIdHelp)}
        {options.canBeIndexed && flag("indexed", t.setup.indexed, t.setup.indexedHelp, form.externalId)}
        {form.type !== "autoNumber" && !isDerived(form) && flag("readOnly", t.setup.readOnly, t.setup.readOnlyHelp)}
        {!isNew && flag("deprecated", t.setup.deprecated, t.setup.deprecatedHelp)}
        {affected !== null && <AffectedNotice affected={affected} />}
        <FormFoot
          action={isNew ? t.common.create : affected === null ? t.common.save : t.setup.saveAffected}
          isBusy={save.isPending || preview.isPending}
          isBlocked={isIncomplete}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
