import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { type ObjectInfo, type RecordData, removalDocument } from "@/api";
import { t } from "@/i18n";
import { useRecordsRefresh, useTenant } from "@/session";
import { ConfirmDialog, toastDone, toastFailure } from "@/ui";

interface Props {
  object: ObjectInfo;
  record: RecordData;
  onClose: () => void;
}

/** Deletes a record, and offers to take it back. */
export function DeleteDialog({ object, record, onClose }: Props) {
  const tenant = useTenant();
  const navigate = useNavigate();
  const refresh = useRecordsRefresh(tenant.slug);
  const name = String(record.name ?? t.list.unnamed);
  const restore = async () => {
    await tenant.data(removalDocument(object, "restore", record.id));
    await refresh();
    toastDone(t.record.restored(name));
  };
  const remove = useMutation({
    mutationFn: () => tenant.data(removalDocument(object, "delete", record.id)),
    onSuccess: async () => {
      await navigate(tenant.listPath(object));
      toastDone(t.record.deleted(name), () => restore().catch(toastFailure));
      await refresh();
    },
  });
  return (
    <ConfirmDialog
      title={t.record.deleteTitle(name)}
      action={t.common.delete}
      isBusy={remove.isPending}
      failure={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {t.record.deleteText}
    </ConfirmDialog>
  );
}
