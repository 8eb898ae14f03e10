import { Alert, Button, Group, Modal, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import type { RecordHome, StoredObject } from "@/api";
import { t } from "@/i18n";
import { failureText, toastDone, useFocusBack } from "@/ui";
import { useObjectMove } from "./queries";

const HOMES: readonly RecordHome[] = ["SHARED", "DEDICATED"];

interface Props {
  tenant: string;
  object: StoredObject;
  onClose: () => void;
}

/** Asks where the records shall be, and with which indexes. */
export function MoveDialog({ tenant, object, onClose }: Props) {
  const move = useObjectMove(tenant);
  useFocusBack();
  const [to, setTo] = useState<RecordHome>("DEDICATED");
  const [indexes, setIndexes] = useState(object.indexes.map((fields) => fields.join(", ")).join("\n"));
  const isPossible = to === "DEDICATED" || object.home === "DEDICATED";
  const start = () =>
    move.mutate(
      { object: object.name, to, indexes: to === "DEDICATED" ? parsed(indexes) : [] },
      {
        onSuccess: () => {
          onClose();
          toastDone(t.operator.objects.started(object.name));
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.operator.objects.dialogTitle(object.name)}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isPossible) start();
        }}
      >
        <Stack gap="md">
          <Text>{t.operator.objects.text}</Text>
          <Radio.Group
            label={t.operator.objects.home}
            value={to}
            onChange={(value) => setTo(HOMES.find((home) => home === value) ?? "DEDICATED")}
          >
            <Stack gap="xs" mt="xs">
              {HOMES.map((home) => (
                <Radio key={home} value={home} label={t.operator.objects.homes[home]} />
              ))}
            </Stack>
          </Radio.Group>
          {to === "DEDICATED" && (
            <Textarea
              label={t.operator.objects.indexes}
              description={t.operator.objects.indexHelp}
              value={indexes}
              onChange={(event) => setIndexes(event.currentTarget.value)}
              autosize
              minRows={3}
            />
          )}
          {move.error !== null && (
            <Alert color="red" role="alert">
              {failureText(move.error)}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={move.isPending} disabled={!isPossible}>
              {t.operator.objects.start}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function parsed(lines: string): string[][] {
  return lines
    .split("\n")
    .map((line) =>
      line
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== ""),
    )
    .filter((fields) => fields.length > 0);
}
