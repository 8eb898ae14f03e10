import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { t } from "@/i18n";
import { FailureAlert } from "./FailureAlert";
import { formFailure } from "./formFailure";

interface Props {
  name: string;
  /** Whether a plural name goes with it. */
  hasPlural: boolean;
  isBusy: boolean;
  failure: unknown;
  onRename: (to: string, pluralName: string | null) => void;
  onClose: () => void;
}

/** Gives a component another API name. */
export function RenameDialog({ name, hasPlural, isBusy, failure, onRename, onClose }: Props) {
  const [to, setTo] = useState(name);
  const [plural, setPlural] = useState("");
  const problems = formFailure(failure, ["to", "pluralName"]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRename(to.trim(), plural.trim() === "" ? null : plural.trim());
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.setup.renameTitle(name)}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm" className="quiet">
            {t.setup.renameText}
          </Text>
          <FailureAlert messages={problems.others} />
          <TextInput
            label={t.setup.newName}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            error={problems.at("to")}
            data-autofocus
          />
          {hasPlural && (
            <TextInput
              label={t.setup.newPluralName}
              description={t.setup.newPluralNameHelp}
              value={plural}
              onChange={(event) => setPlural(event.currentTarget.value)}
              error={problems.at("pluralName")}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={isBusy} disabled={to.trim() === "" || to.trim() === name}>
              {t.setup.rename}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
