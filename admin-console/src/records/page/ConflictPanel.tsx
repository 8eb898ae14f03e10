import { Alert, Button, Group, Table, Text } from "@mantine/core";
import { IconArrowsDiff } from "@tabler/icons-react";
import { type FieldInfo, type RecordData, type Reference, targetsOf } from "@/api";
import { type Draft, FieldValue, kindOf, sameDraft } from "@/fields";
import { t } from "@/i18n";
import { changedFields, type Drafts, draftsOf } from "@/records/form";
import classes from "./page.module.css";

interface Props {
  fields: readonly FieldInfo[];
  before: Drafts;
  theirs: RecordData | null;
  mine: Drafts;
  onKeep: (theirs: RecordData, merged: Drafts) => void;
  onDiscard: () => void;
}

/** Shows a draft the way a record's value is shown. */
function Mine({ field, draft, record }: { field: FieldInfo; draft: Draft; record: RecordData }) {
  const isLinks = field.type === "manyToMany";
  const plain = isLinks
    ? { nodes: draft as readonly Reference[] }
    : targetsOf(field).length === 0
      ? kindOf(field).input(draft, draft, field)
      : draft;
  return <FieldValue field={field} record={{ ...record, [field.name]: plain }} />;
}

/** What somebody else changed meanwhile, beside what was about to be saved. */
export function ConflictPanel({ fields, before, theirs, mine, onKeep, onDiscard }: Props) {
  if (theirs === null) {
    return (
      <Alert color="red" role="alert" title={t.record.conflictTitle} className={classes.conflict}>
        <Text mb="md">{t.record.conflictGone}</Text>
        <Button variant="default" onClick={onDiscard}>
          {t.record.conflictDiscard}
        </Button>
      </Alert>
    );
  }
  const now = draftsOf(fields, theirs);
  const myFields = changedFields(fields, before, mine);
  const differing = fields.filter((field) => {
    const [ours, others] = [mine[field.name] as Draft, now[field.name] as Draft];
    return !sameDraft(ours, others) && (myFields.includes(field) || !sameDraft(others, before[field.name] as Draft));
  });
  const merged: Drafts = {
    ...now,
    ...Object.fromEntries(myFields.map((field) => [field.name, mine[field.name] as Draft])),
  };
  return (
    <Alert
      color="orange"
      role="alert"
      icon={<IconArrowsDiff size={20} />}
      title={t.record.conflictTitle}
      className={classes.conflict}
    >
      <Text mb="md">{t.record.conflictText}</Text>
      <Table.ScrollContainer minWidth={360}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.record.conflictField}</Table.Th>
              <Table.Th>{t.record.conflictTheirs}</Table.Th>
              <Table.Th>{t.record.conflictMine}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differing.map((field) => (
              <Table.Tr key={field.name}>
                <Table.Th scope="row">{field.label}</Table.Th>
                <Table.Td>
                  <FieldValue field={field} record={theirs} />
                </Table.Td>
                <Table.Td>
                  {myFields.includes(field) && <Mine field={field} draft={mine[field.name] as Draft} record={theirs} />}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group mt="md" gap="xs">
        <Button onClick={() => onKeep(theirs, merged)}>{t.record.conflictKeep}</Button>
        <Button variant="default" onClick={onDiscard}>
          {t.record.conflictDiscard}
        </Button>
      </Group>
    </Alert>
  );
}
