import { Alert, List } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import type { AffectedRecords } from "@/api";
import { formatCount } from "@/fields";
import { t } from "@/i18n";

/** What a change of a field does to the records that are there. */
export function AffectedNotice({ affected }: { affected: readonly AffectedRecords[] }) {
  return (
    <Alert color="orange" role="alert" icon={<IconInfoCircle size={18} />} title={t.setup.affectedTitle}>
      <List size="sm" spacing={2}>
        {affected.map(({ component, kind, records }) => (
          <List.Item key={`${component} ${kind}`}>{t.setup.affected[kind](formatCount(records), records)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
