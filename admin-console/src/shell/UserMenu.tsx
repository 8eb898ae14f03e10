import { Avatar, Menu, Text, UnstyledButton } from "@mantine/core";
import { IconLogout, IconServerCog, IconSwitchHorizontal } from "@tabler/icons-react";
import { Link } from "react-router";
import type { Session } from "@/api";
import { t } from "@/i18n";
import { leave } from "@/session";
import { ThemeMenuItems } from "@/ui";
import classes from "./shell.module.css";

interface Props {
  session: Session;
  position?: "top-start" | "bottom-end";
}

/** Who is signed in, how the app looks, and the ways out. */
export function UserMenu({ session, position = "top-start" }: Props) {
  const name = session.user?.name ?? "";
  return (
    <Menu position={position} width={232}>
      <Menu.Target>
        <UnstyledButton className={classes.user} aria-label={t.shell.userMenu}>
          <Avatar size={28} radius="xl" name={name} color="accent" />
          <span className={classes.userText}>
            <Text size="sm" fw={550} className="truncate">
              {name}
            </Text>
            <Text size="xs" className="quiet truncate">
              {session.user?.email}
            </Text>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <ThemeMenuItems />
        <Menu.Divider />
        {(session.tenants.length > 1 || session.isOperator) && (
          <Menu.Item component={Link} to="/" leftSection={<IconSwitchHorizontal size={16} />}>
            {t.shell.switchWorkspace}
          </Menu.Item>
        )}
        {session.isOperator && (
          <Menu.Item component={Link} to="/operator" leftSection={<IconServerCog size={16} />}>
            {t.shell.operator}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={leave}>
          {t.session.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
