import { Checkbox, Group, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { METADATA, type ObjectInfo, type ObjectInput, type ObjectUpdate, type Sharing } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { FailureAlert, formFailure, objectNameOf, pluralOf, useMetadataChange } from "@/setup/change";
import { FormDrawer, FormFoot, OBJECT_ICON_NAMES, ObjectIcon, toastDone } from "@/ui";

const NAMES = [
  "name",
  "label",
  "pluralLabel",
  "pluralName",
  "description",
  "icon",
  "nameLabel",
  "nameFormat",
  "sharing",
];

const SHARINGS: readonly Sharing[] = ["readWrite", "read", "private"];

interface Changed {
  readonly change: { readonly name: string };
}

interface Form {
  label: string;
  pluralLabel: string;
  name: string;
  description: string;
  icon: string | null;
  nameLabel: string;
  nameFormat: string;
  keepsHistory: boolean;
  isSearchable: boolean;
  sharing: Sharing;
  sharedUpwards: boolean;
}

function formOf(object: ObjectInfo | null): Form {
  return {
    label: object?.label ?? "",
    pluralLabel: object?.pluralLabel ?? "",
    name: object?.name ?? "",
    description: object?.description ?? "",
    icon: object?.icon ?? null,
    nameLabel: object?.nameLabel ?? "",
    nameFormat: "",
    keepsHistory: object?.keepsHistory ?? false,
    isSearchable: object?.isSearchable ?? true,
    sharing: object?.sharing ?? "readWrite",
    sharedUpwards: object?.sharedUpwards ?? true,
  };
}

/** Makes an object, or changes what can be changed of one. */
export function ObjectDialog({ object, onClose }: { object: ObjectInfo | null; onClose: () => void }) {
  const tenant = useTenant();
  const navigate = useNavigate();
  const [form, setForm] = useState(() => formOf(object));
  const [own, setOwn] = useState<ReadonlySet<keyof Form>>(new Set());
  const create = useMetadataChange<Changed>(METADATA.createObject, {
    done: ({ change }) => {
      toastDone(t.setup.objectCreated(form.pluralLabel));
      navigate(`${tenant.base}/setup/o/${change.name}`);
    },
  });
  const update = useMetadataChange<Changed>(METADATA.updateObject, {
    done: () => {
      toastDone(t.setup.objectSaved(form.label));
      onClose();
    },
  });
  const save = object === null ? create : update;
  const problems = formFailure(save.error, NAMES);
  const set = <K extends keyof Form>(key: K, value: Form[K]) => {
    setOwn((keys) => new Set(keys).add(key));
    setForm((before) => ({ ...before, [key]: value }));
  };
  const setLabel = (label: string) =>
    setForm((before) => ({
      ...before,
      label,
      pluralLabel: object !== null || own.has("pluralLabel") ? before.pluralLabel : pluralOf(label),
      name: object !== null || own.has("name") ? before.name : objectNameOf(label),
    }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Null takes a value away; on a new object there is nothing to take.
    const common = {
      label: form.label.trim(),
      pluralLabel: form.pluralLabel.trim(),
      description: form.description.trim() || null,
      icon: form.icon,
      nameLabel: form.nameLabel.trim() || null,
      keepsHistory: form.keepsHistory,
      isSearchable: form.isSearchable,
      sharing: form.sharing,
      sharedUpwards: form.sharedUpwards,
    };
    if (object === null) {
      const input: ObjectInput = {
        ...common,
        name: form.name.trim(),
        ...(form.nameFormat.trim() === "" ? {} : { nameFormat: form.nameFormat.trim() }),
      };
      create.mutate({ input });
    } else {
      const input: ObjectUpdate = common;
      update.mutate({ name: object.name, input });
    }
  };

  return (
    <FormDrawer title={object === null ? t.setup.newObject : t.setup.editObject} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <FailureAlert messages={problems.others} />
          <TextInput
            label={t.setup.label}
            description={t.setup.labelHelp}
            value={form.label}
            onChange={(event) => setLabel(event.currentTarget.value)}
            error={problems.at("label")}
            withAsterisk
            data-autofocus
          />
          <TextInput
            label={t.setup.pluralLabel}
            value={form.pluralLabel}
            onChange={(event) => set("pluralLabel", event.currentTarget.value)}
            error={problems.at("pluralLabel")}
            withAsterisk
          />
          {object === null && (
            <TextInput
              label={t.setup.apiName}
              description={t.setup.objectNameHelp}
              value={form.name}
              onChange={(event) => set("name", event.currentTarget.value)}
              error={problems.at("name") ?? problems.at("pluralName")}
              styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
              withAsterisk
            />
          )}
          <Textarea
            label={t.setup.description}
            value={form.description}
            onChange={(event) => set("description", event.currentTarget.value)}
            error={problems.at("description")}
            autosize
            minRows={2}
          />
          <Select
            label={t.setup.icon}
            data={[...OBJECT_ICON_NAMES]}
            value={form.icon}
            onChange={(icon) => set("icon", icon)}
            error={problems.at("icon")}
            leftSection={<ObjectIcon name={form.icon} size={16} />}
            renderOption={({ option }) => (
              <Group gap="xs">
                <ObjectIcon name={option.value} size={16} />
                {option.label}
              </Group>
            )}
            searchable
            clearable
          />
          <TextInput
            label={t.setup.nameLabel}
            description={t.setup.nameLabelHelp}
            value={form.nameLabel}
            onChange={(event) => set("nameLabel", event.currentTarget.value)}
            error={problems.at("nameLabel")}
          />
          {object === null && (
            <TextInput
              label={t.setup.nameFormat}
              description={t.setup.nameFormatHelp}
              value={form.nameFormat}
              onChange={(event) => set("nameFormat", event.currentTarget.value)}
              error={problems.at("nameFormat")}
            />
          )}
          <Checkbox
            label={t.setup.isSearchable}
            checked={form.isSearchable}
            onChange={(event) => set("isSearchable", event.currentTarget.checked)}
          />
          <Checkbox
            label={t.setup.keepsHistory}
            checked={form.keepsHistory}
            onChange={(event) => set("keepsHistory", event.currentTarget.checked)}
          />
          <Select
            label={t.setup.sharing}
            description={t.setup.sharingHelp}
            data={SHARINGS.map((value) => ({ value, label: t.setup.sharings[value] }))}
            value={form.sharing}
            onChange={(sharing) => sharing !== null && set("sharing", sharing)}
            error={problems.at("sharing")}
            allowDeselect={false}
          />
          {form.sharing !== "readWrite" && (
            <Checkbox
              label={t.setup.sharedUpwards}
              checked={form.sharedUpwards}
              onChange={(event) => set("sharedUpwards", event.currentTarget.checked)}
            />
          )}
          <FormFoot
            action={object === null ? t.common.create : t.common.save}
            isBusy={save.isPending}
            isBlocked={form.label.trim() === "" || form.pluralLabel.trim() === "" || form.name.trim() === ""}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </FormDrawer>
  );
}
