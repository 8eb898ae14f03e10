import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "@/i18n";
import { useOpenForm } from "./openForms";
import { useFocusBack } from "./useFocusBack";

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A form at the side of the page. A click beside it takes nothing away that was typed. */
export function FormDrawer({ title, onClose, children }: Props) {
  useOpenForm();
  useFocusBack();
  return (
    <Drawer
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      position="right"
      size={480}
      title={title}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      {children}
    </Drawer>
  );
}
