import { Modal, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { t } from "@/i18n";
import { FormFoot, useFocusBack } from "@/ui";
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
  useFocusBack();
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
          <FormFoot
            action={t.setup.rename}
            isBusy={isBusy}
            isBlocked={to.trim() === "" || to.trim() === name}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Modal>
  );
}
