import { Alert, Modal, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { linkDocument, type ObjectInfo, type RecordData, type Reference, type RelationInfo } from "@/api";
import { RecordsPicker } from "@/fields";
import { t } from "@/i18n";
import { useRecordsRefresh, useTenant } from "@/session";
import { FormFoot, failureText, useFocusBack, useOpenForm } from "@/ui";

interface Props {
  object: ObjectInfo;
  record: RecordData;
  relation: RelationInfo;
  target: ObjectInfo;
  onClose: () => void;
}

/** Links records to a record. */
export function ConnectDialog({ object, record, relation, target, onClose }: Props) {
  const tenant = useTenant();
  const refresh = useRecordsRefresh(tenant.slug);
  const [chosen, setChosen] = useState<readonly Reference[]>([]);
  useOpenForm(chosen.length > 0);
  const connect = useMutation({
    mutationFn: () =>
      tenant.data(
        linkDocument(
          tenant.catalog,
          object,
          record.id,
          relation,
          target,
          "connect",
          chosen.map(({ id }) => id),
        ),
      ),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.record.connectTitle(relation.label)}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          connect.mutate();
        }}
      >
        <Stack>
          <RecordsPicker
            targets={[relation.target]}
            value={chosen}
            onChange={setChosen}
            label={t.record.connectExisting}
            autoFocus
          />
          {connect.error !== null && (
            <Alert color="red" role="alert">
              {failureText(connect.error)}
            </Alert>
          )}
          <FormFoot
            action={t.common.add}
            isBusy={connect.isPending}
            isBlocked={chosen.length === 0}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Modal>
  );
}
