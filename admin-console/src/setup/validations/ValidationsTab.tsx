import { Anchor, Button, Group, Table } from "@mantine/core";
import { IconPlus, IconShieldCheck } from "@tabler/icons-react";
import { Link } from "react-router";
import { fieldNamed, type ObjectInfo } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { type PlainColumn, PlainTable, StatePanel } from "@/ui";

const COLUMNS: readonly PlainColumn[] = [
  { label: t.setup.label },
  { label: t.setup.refuseWhen },
  { label: t.setup.validationMessage },
  { label: t.setup.validationField },
  { label: t.setup.validationActive },
];

/** What the records of an object may not be. */
export function ValidationsTab({ object }: { object: ObjectInfo }) {
  const tenant = useTenant();
  const base = `${tenant.base}/setup/o/${object.name}/validations`;
  const newValidation = (
    <Button component={Link} to={`${base}/new`} leftSection={<IconPlus size={16} aria-hidden />}>
      {t.setup.newValidation}
    </Button>
  );
  if (object.validations.length === 0) {
    return (
      <StatePanel icon={<IconShieldCheck size={28} />} title={t.setup.noValidations} text={t.setup.noValidationsText}>
        {newValidation}
      </StatePanel>
    );
  }
  return (
    <>
      <Group justify="flex-end" mb="md">
        {newValidation}
      </Group>
      <PlainTable minWidth={720} columns={COLUMNS}>
        {object.validations.map((validation) => (
          <Table.Tr key={validation.name}>
            <Table.Td>
              <Anchor component={Link} to={`${base}/${validation.name}`} fw={550} inherit>
                {validation.label}
              </Anchor>
            </Table.Td>
            <Table.Td ff="monospace">{validation.refuseWhen}</Table.Td>
            <Table.Td>{validation.message}</Table.Td>
            <Table.Td>
              {validation.field === null
                ? t.setup.validationFieldNone
                : (fieldNamed(object, validation.field)?.label ?? validation.field)}
            </Table.Td>
            <Table.Td>{validation.active ? t.setup.validationActive : t.setup.validationInactive}</Table.Td>
          </Table.Tr>
        ))}
      </PlainTable>
    </>
  );
}
