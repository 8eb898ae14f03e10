import { ActionIcon, Kbd, Modal, UnstyledButton } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { t } from "@/i18n";
import { SearchPanel } from "./SearchPanel";
import classes from "./search.module.css";

/** The way to every record: a button, or the keys / and Ctrl+K. */
export function RecordSearch({ isCompact = false }: { isCompact?: boolean }) {
  const [isOpen, panel] = useDisclosure(false);
  // Of the two places only one has the keys.
  useHotkeys(
    isCompact
      ? []
      : [
          ["mod+K", panel.open],
          ["/", panel.open],
        ],
  );
  return (
    <>
      {isCompact ? (
        <ActionIcon variant="subtle" size="lg" color="gray" onClick={panel.open} aria-label={t.search.open}>
          <IconSearch size={20} stroke={1.7} aria-hidden />
        </ActionIcon>
      ) : (
        <UnstyledButton className={classes.button} onClick={panel.open} aria-label={t.search.open}>
          <IconSearch size={16} stroke={1.7} aria-hidden />
          <span className={classes.label}>{t.search.open}</span>
          <Kbd size="xs" aria-hidden>
            /
          </Kbd>
        </UnstyledButton>
      )}
      <Modal
        opened={isOpen}
        onClose={panel.close}
        withCloseButton={false}
        padding={0}
        size="lg"
        yOffset="8dvh"
        aria-label={t.search.title}
      >
        <SearchPanel onDone={panel.close} />
      </Modal>
    </>
  );
}
