import { Select, Stack, Switch, Textarea } from "@mantine/core";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { ApiError, isWritable, METADATA, type ObjectInfo, problem, type ValidationInfo } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import {
  FailureAlert,
  formFailure,
  NameInputs,
  PartFoot,
  PartPage,
  RemovalDialog,
  useMetadataChange,
} from "@/setup/change";
import { ExpressionInput } from "@/setup/expression";
import { ErrorPanel, SAVED, toastDone, useTitle } from "@/ui";

const NAMES = ["name", "label", "description", "refuseWhen", "message", "field"];
const WHOLE_RECORD = "";

/** Makes or changes a validation; its condition is checked while it is typed. */
export function ValidationPage() {
  const tenant = useTenant();
  const { object: objectName = "", validation: name = "" } = useParams();
  const object = tenant.object(objectName);
  const validation = object?.validations.find((candidate) => candidate.name === name);
  if (object === undefined || (validation === undefined && name !== "new")) {
    return <ErrorPanel error={new ApiError([problem("NOT_FOUND", "")])} home={`${tenant.base}/setup`} />;
  }
  return <ValidationForm key={name} object={object} validation={validation ?? null} />;
}

interface Form {
  readonly label: string;
  readonly name: string;
  readonly active: boolean;
  readonly refuseWhen: string;
  readonly message: string;
  readonly field: string | null;
}

const BLANK: Form = { label: "", name: "", active: true, refuseWhen: "", message: "", field: null };

function ValidationForm({ object, validation }: { object: ObjectInfo; validation: ValidationInfo | null }) {
  const tenant = useTenant();
  const navigate = useNavigate();
  const list = `${tenant.base}/setup/o/${object.name}?tab=validations`;
  const start = validation ?? BLANK;
  const [form, setForm] = useState<Form>(start);
  const [isDeleting, setDeleting] = useState(false);
  useTitle(form.label || t.setup.newValidation, object.label, t.setup.title);
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }));

  const done = () => {
    toastDone(t.setup.validationSaved(form.label));
    navigate(list, { state: SAVED });
  };
  const create = useMetadataChange(METADATA.createValidation, { done });
  const update = useMetadataChange(METADATA.updateValidation, { done });
  const save = validation === null ? create : update;
  const remove = useMetadataChange(METADATA.deleteValidation, {
    leave: () => {
      toastDone(t.setup.validationDeleted(form.label));
      navigate(list, { state: SAVED });
    },
  });
  const failure = formFailure(save.error, NAMES);
  const isChanged = (Object.keys(BLANK) as (keyof Form)[]).some((key) => form[key] !== start[key]);
  const isIncomplete = [form.label, form.name, form.refuseWhen, form.message].some((text) => text.trim() === "");

  const submit = () => {
    const common = {
      label: form.label.trim(),
      active: form.active,
      refuseWhen: form.refuseWhen.trim(),
      message: form.message.trim(),
      field: form.field,
    };
    if (validation === null) create.mutate({ input: { object: object.name, name: form.name.trim(), ...common } });
    else update.mutate({ object: object.name, name: validation.name, input: common });
  };

  return (
    <PartPage
      object={object}
      list={list}
      title={validation === null ? t.setup.newValidation : validation.label}
      isThere={validation !== null}
      isUnsaved={isChanged}
      onDelete={() => setDeleting(true)}
      onSubmit={submit}
      dialog={
        isDeleting &&
        validation !== null && (
          <RemovalDialog
            component={{ kind: "Validation", object: object.name, name: validation.name }}
            title={t.setup.deleteValidationTitle(validation.label)}
            text={t.setup.deleteValidationText}
            isBusy={remove.isPending}
            failure={remove.error}
            onClose={() => setDeleting(false)}
            onConfirm={() => remove.mutate({ object: object.name, name: validation.name })}
          />
        )
      }
    >
      <Stack maw={720}>
        <FailureAlert messages={failure.others} />
        <NameInputs value={form} onChange={set} isThere={validation !== null} errorAt={failure.at} />
        <ExpressionInput
          object={object}
          label={t.setup.refuseWhen}
          help={t.setup.refuseWhenHelp}
          gives="BOOLEAN"
          value={form.refuseWhen}
          onChange={(refuseWhen) => set({ refuseWhen })}
          error={failure.at("refuseWhen")}
          isRequired
        />
        <Textarea
          label={t.setup.validationMessage}
          description={t.setup.validationMessageHelp}
          value={form.message}
          onChange={(event) => set({ message: event.currentTarget.value })}
          error={failure.at("message")}
          withAsterisk
          autosize
        />
        <Select
          label={t.setup.validationField}
          data={[
            { value: WHOLE_RECORD, label: t.setup.validationFieldNone },
            ...object.fields
              .filter((field) => field.name === form.field || isWritable(object, field))
              .map((field) => ({ value: field.name, label: field.label })),
          ]}
          value={form.field ?? WHOLE_RECORD}
          onChange={(field) => set({ field: field === WHOLE_RECORD ? null : field })}
          error={failure.at("field")}
          allowDeselect={false}
          searchable
        />
        <Switch
          label={t.setup.validationActive}
          checked={form.active}
          onChange={(event) => set({ active: event.currentTarget.checked })}
        />
        <PartFoot list={list} isThere={validation !== null} isBusy={save.isPending} isBlocked={isIncomplete} />
      </Stack>
    </PartPage>
  );
}
