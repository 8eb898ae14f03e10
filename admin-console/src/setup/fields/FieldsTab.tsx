import { ActionIcon, Anchor, Badge, Button, Group, Menu, Table, Text, UnstyledButton } from "@mantine/core";
import { IconCursorText, IconDots, IconLetterT, IconPencil, IconPlus } from "@tabler/icons-react";
import { Fragment, useState } from "react";
import { Link } from "react-router";
import { type FieldInfo, METADATA, type ObjectInfo, targetsOf } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { RemovalDialog, RenameDialog, useMetadataChange } from "@/setup/change";
import { DeleteItem, type PlainColumn, PlainTable, StatePanel, toastDone } from "@/ui";
import { FieldDialog } from "./FieldDialog";
import { FieldTypeIcon } from "./FieldTypeIcon";
import classes from "./fields.module.css";

const COLUMNS: readonly PlainColumn[] = [
  { label: t.setup.label },
  { label: t.setup.columnApiName },
  { label: t.setup.type },
  { label: t.setup.flags },
];

type Dialog =
  | { readonly kind: "create" }
  | { readonly kind: "edit" | "rename" | "delete"; readonly field: FieldInfo }
  | null;

/** The fields of an object. */
export function FieldsTab({ object }: { object: ObjectInfo }) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const [showsSystem, setShowsSystem] = useState(false);
  const own = object.fields.filter((field) => !field.isSystem);
  const system = object.fields.filter((field) => field.isSystem);
  const close = () => setDialog(null);
  const newField = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog({ kind: "create" })}>
      {t.setup.newField}
    </Button>
  );
  return (
    <>
      {own.length === 0 ? (
        <StatePanel icon={<IconLetterT size={28} />} title={t.setup.noFields} text={t.setup.noFieldsText}>
          {newField}
        </StatePanel>
      ) : (
        <>
          <Group justify="flex-end" mb="md">
            {newField}
          </Group>
          <FieldTable fields={own} onOpen={setDialog} />
        </>
      )}
      <Anchor
        component="button"
        type="button"
        size="sm"
        mt="lg"
        mb="sm"
        aria-expanded={showsSystem}
        onClick={() => setShowsSystem((shown) => !shown)}
      >
        {t.setup.systemFields}
      </Anchor>
      {showsSystem && <FieldTable fields={system} onOpen={null} />}
      {dialog?.kind === "create" && <FieldDialog object={object} field={null} onClose={close} />}
      {dialog?.kind === "edit" && <FieldDialog object={object} field={dialog.field} onClose={close} />}
      {dialog?.kind === "rename" && <Rename object={object} field={dialog.field} onClose={close} />}
      {dialog?.kind === "delete" && <Removal object={object} field={dialog.field} onClose={close} />}
    </>
  );
}

function flagsOf(field: FieldInfo): readonly string[] {
  return [
    field.required && t.setup.required,
    field.unique && t.setup.unique,
    field.externalId && t.setup.externalId,
    field.indexed && !field.externalId && t.setup.indexed,
    field.formula !== null && t.setup.formula,
    field.rollUp !== null && t.setup.rollUpFunctions[field.rollUp.function],
    field.readOnly && field.formula === null && field.rollUp === null && t.setup.readOnly,
    field.deprecated && t.setup.deprecated,
  ].filter((flag): flag is string => typeof flag === "string");
}

function FieldTable({
  fields,
  onOpen,
}: {
  fields: readonly FieldInfo[];
  onOpen: ((dialog: Exclude<Dialog, null>) => void) | null;
}) {
  const tenant = useTenant();
  return (
    <PlainTable minWidth={600} columns={COLUMNS} hasMenus={onOpen !== null}>
      {fields.map((field) => (
        <Table.Tr key={field.name}>
          <Table.Td>
            <span className={classes.label}>
              <FieldTypeIcon type={field.type} />
              {onOpen === null ? (
                <Text size="sm" fw={550}>
                  {field.label}
                </Text>
              ) : (
                <UnstyledButton fz="sm" fw={550} onClick={() => onOpen({ kind: "edit", field })}>
                  {field.label}
                </UnstyledButton>
              )}
            </span>
          </Table.Td>
          <Table.Td ff="monospace">{field.name}</Table.Td>
          <Table.Td>
            {t.fieldTypes[field.type]?.[0] ?? field.type}
            {targetsOf(field).map((target, position) => (
              <Fragment key={target}>
                {position === 0 ? " → " : ", "}
                <Anchor component={Link} to={`${tenant.base}/setup/o/${target}`} inherit>
                  {tenant.object(target)?.label ?? target}
                </Anchor>
              </Fragment>
            ))}
          </Table.Td>
          <Table.Td>
            <Group gap={4}>
              {flagsOf(field).map((flag) => (
                <Badge key={flag} variant="light" color="gray" radius="sm" tt="none">
                  {flag}
                </Badge>
              ))}
            </Group>
          </Table.Td>
          {onOpen !== null && (
            <Table.Td>
              <FieldMenu field={field} onOpen={onOpen} />
            </Table.Td>
          )}
        </Table.Tr>
      ))}
    </PlainTable>
  );
}

function FieldMenu({ field, onOpen }: { field: FieldInfo; onOpen: (dialog: Exclude<Dialog, null>) => void }) {
  return (
    <Menu width={180}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t.setup.fieldActions(field.label)}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onOpen({ kind: "edit", field })}>
          {t.common.edit}
        </Menu.Item>
        <Menu.Item leftSection={<IconCursorText size={16} />} onClick={() => onOpen({ kind: "rename", field })}>
          {t.setup.rename}
        </Menu.Item>
        <Menu.Divider />
        <DeleteItem onClick={() => onOpen({ kind: "delete", field })} />
      </Menu.Dropdown>
    </Menu>
  );
}

interface PartProps {
  object: ObjectInfo;
  field: FieldInfo;
  onClose: () => void;
}

function Rename({ object, field, onClose }: PartProps) {
  const rename = useMetadataChange<{ change: { name: string } }>(METADATA.renameField, {
    done: ({ change }) => {
      toastDone(t.setup.renamed(change.name));
      onClose();
    },
  });
  return (
    <RenameDialog
      name={field.name}
      hasPlural={false}
      isBusy={rename.isPending}
      failure={rename.error}
      onClose={onClose}
      onRename={(to) => rename.mutate({ object: object.name, name: field.name, to })}
    />
  );
}

function Removal({ object, field, onClose }: PartProps) {
  const remove = useMetadataChange(METADATA.deleteField, {
    done: () => {
      toastDone(t.setup.fieldDeleted(field.label));
      onClose();
    },
  });
  return (
    <RemovalDialog
      component={{ kind: "Field", object: object.name, name: field.name }}
      title={t.setup.deleteFieldTitle(field.label)}
      text={t.setup.deleteFieldText}
      isBusy={remove.isPending}
      failure={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate({ object: object.name, name: field.name })}
    />
  );
}
