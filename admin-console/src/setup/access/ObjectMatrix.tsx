import { ActionIcon, Button, Checkbox, Group, Select, Table, Text, TextInput } from "@mantine/core";
import { IconChevronDown, IconChevronRight, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import {
  ALL_OBJECTS,
  FIELD_RIGHTS,
  type FieldRight,
  OBJECT_RIGHTS,
  type ObjectInfo,
  type PermissionSetDocument,
} from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { type PlainColumn, PlainTable } from "@/ui";
import { holdingFor, saidOf, withAllFields, withField, withoutObject, withRight } from "./permissions";

const COLUMNS: readonly PlainColumn[] = [
  { label: t.access.object },
  ...OBJECT_RIGHTS.map((right) => ({ label: t.access.right[right] })),
  { label: t.access.allFields },
];
const INHERITED = "";

interface Props {
  set: PermissionSetDocument;
  onChange: (set: PermissionSetDocument) => void;
  isReadOnly: boolean;
}

/** What a set says, objects by rights; an object opens to show its fields. */
export function ObjectMatrix(props: Props) {
  const tenant = useTenant();
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const objects = tenant.catalog.objects.filter(({ name, label }) => `${name} ${label}`.toLowerCase().includes(wanted));
  return (
    <>
      <TextInput
        aria-label={t.setup.search}
        placeholder={t.setup.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maw={320}
      />
      <PlainTable minWidth={860} columns={COLUMNS} label={t.access.matrix}>
        {wanted === "" && <ObjectRow {...props} name={ALL_OBJECTS} label={t.access.allObjects} object={null} />}
        {objects.map((object) => (
          <ObjectRow key={object.name} {...props} name={object.name} label={object.label} object={object} />
        ))}
      </PlainTable>
    </>
  );
}

interface RowProps extends Props {
  name: string;
  label: string;
  object: ObjectInfo | null;
}

function ObjectRow({ set, onChange, isReadOnly, name, label, object }: RowProps) {
  const [isOpen, setOpen] = useState(false);
  const holding = holdingFor(set, name);
  const isOwn = saidOf(set, name) !== undefined;
  const fields = object?.fields.filter((field) => !field.isSystem) ?? [];
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <Group gap={4} wrap="nowrap">
            {object === null ? (
              <Text fw={600}>{label}</Text>
            ) : (
              <>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t.access.fieldsOf(label)}
                  aria-expanded={isOpen}
                  onClick={() => setOpen(!isOpen)}
                >
                  {isOpen ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
                </ActionIcon>
                <Text fw={isOwn ? 600 : 400}>{label}</Text>
                {isOwn && !isReadOnly && (
                  <Button
                    variant="subtle"
                    color="gray"
                    size="compact-xs"
                    onClick={() => onChange(withoutObject(set, name))}
                    aria-label={t.access.resetOf(label)}
                  >
                    {t.access.reset}
                  </Button>
                )}
              </>
            )}
          </Group>
        </Table.Td>
        {OBJECT_RIGHTS.map((right) => (
          <Table.Td key={right}>
            <Checkbox
              aria-label={t.access.rightOf(t.access.right[right], label)}
              checked={holding.rights.includes(right)}
              disabled={isReadOnly}
              onChange={(event) => onChange(withRight(set, name, right, event.currentTarget.checked))}
            />
          </Table.Td>
        ))}
        <Table.Td>
          <RightSelect
            label={t.access.allFieldsOf(label)}
            set={set}
            value={holding.allFields}
            isReadOnly={isReadOnly}
            onChange={(right) => onChange(withAllFields(set, name, right ?? "none"))}
          />
        </Table.Td>
      </Table.Tr>
      {isOpen &&
        fields.map((field) => (
          <Table.Tr key={field.name}>
            <Table.Td colSpan={OBJECT_RIGHTS.length + 1} pl={44}>
              <Text size="sm">{field.label}</Text>
            </Table.Td>
            <Table.Td>
              <RightSelect
                label={t.access.fieldOf(field.label, label)}
                set={set}
                value={holding.fields?.[field.name] ?? null}
                inherited={holding.allFields}
                isReadOnly={isReadOnly}
                onChange={(right) => onChange(withField(set, name, field.name, right))}
              />
            </Table.Td>
          </Table.Tr>
        ))}
    </>
  );
}

interface SelectProps {
  label: string;
  set: PermissionSetDocument;
  value: FieldRight | null;
  /** What holds where nothing is chosen; left out where something always is. */
  inherited?: FieldRight;
  isReadOnly: boolean;
  onChange: (right: FieldRight | null) => void;
}

function RightSelect({ label, set, value, inherited, isReadOnly, onChange }: SelectProps) {
  const words = set.purpose === "muting" ? t.access.mutedFields : t.access.fieldRight;
  return (
    <Select
      aria-label={label}
      size="xs"
      w={150}
      data={[
        ...(inherited === undefined ? [] : [{ value: INHERITED, label: t.access.asAllFields(words[inherited]) }]),
        ...FIELD_RIGHTS.map((right) => ({ value: right, label: words[right] })),
      ]}
      value={value ?? INHERITED}
      onChange={(right) => onChange(right === INHERITED ? null : (right as FieldRight))}
      disabled={isReadOnly}
      allowDeselect={false}
    />
  );
}
