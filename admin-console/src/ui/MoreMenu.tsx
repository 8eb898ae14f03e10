import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { t } from "@/i18n";

/** What else can be done with what a page shows. */
export function MoreMenu({ children }: { children: ReactNode }) {
  return (
    <Menu width={200}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t.common.more}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

export function DeleteItem({ onClick }: { onClick: () => void }) {
  return (
    <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={onClick}>
      {t.common.delete}
    </Menu.Item>
  );
}
