import { Menu, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import { t } from "@/i18n";

/** The choice between light, dark and the system's own, as items of a menu. */
export function ThemeMenuItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choices = [
    { value: "auto", label: t.shell.themeSystem, icon: <IconDeviceDesktop size={16} /> },
    { value: "light", label: t.shell.themeLight, icon: <IconSun size={16} /> },
    { value: "dark", label: t.shell.themeDark, icon: <IconMoon size={16} /> },
  ] as const;
  return (
    <>
      <Menu.Label>{t.shell.theme}</Menu.Label>
      {choices.map(({ value, label, icon }) => (
        <Menu.Item
          key={value}
          role="menuitemradio"
          aria-checked={colorScheme === value}
          leftSection={icon}
          rightSection={colorScheme === value ? <IconCheck size={14} /> : null}
          onClick={() => setColorScheme(value)}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  );
}
