import { Button } from "@mantine/core";
import { IconArrowBackUp, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { ObjectInfo, RecordId } from "@/api";
import { formatCount } from "@/fields";
import { t } from "@/i18n";
import { ConfirmDialog, toastDone, toastFailure } from "@/ui";
import { useBinChange } from "./useBin";

interface Props {
  object: ObjectInfo;
  selected: readonly RecordId[];
  onDone: () => void;
}

/** What can be done with deleted records: to bring them back, or to remove them for ever. */
export function BinActions({ object, selected, onDone }: Props) {
  const [isAsking, setAsking] = useState(false);
  const restore = useBinChange(object, "restore");
  const destroy = useBinChange(object, "destroy");
  const number = selected.length;
  if (number === 0) return null;
  const count = formatCount(number);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        loading={restore.isPending}
        onClick={() =>
          restore.mutate(selected, {
            onSuccess: (done) => {
              onDone();
              toastDone(t.bin.restored(formatCount(done), done === 1));
            },
            onError: toastFailure,
          })
        }
      >
        {t.bin.restore(count)}
      </Button>
      <Button
        variant="light"
        color="red"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t.bin.destroy(count)}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t.bin.destroyTitle(count, number === 1)}
          action={t.bin.destroyAction}
          isBusy={destroy.isPending}
          failure={destroy.error}
          onClose={() => {
            setAsking(false);
            destroy.reset();
          }}
          onConfirm={() =>
            destroy.mutate(selected, {
              onSuccess: (done) => {
                setAsking(false);
                onDone();
                toastDone(t.bin.destroyed(formatCount(done), done === 1));
              },
            })
          }
        >
          {t.bin.destroyText}
        </ConfirmDialog>
      )}
    </>
  );
}
