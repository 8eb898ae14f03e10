import { SimpleGrid, Text, UnstyledButton } from "@mantine/core";
import type { FieldTypeName } from "@/api";
import { t } from "@/i18n";
import { FieldTypeIcon } from "./FieldTypeIcon";
import { CHOOSABLE } from "./fieldForm";
import classes from "./fields.module.css";

/** Begins a field with its type. */
export function TypePicker({ onChoose }: { onChoose: (type: FieldTypeName) => void }) {
  return (
    <>
      <Text className="quiet" mb="sm">
        {t.setup.chooseType}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={8}>
        {CHOOSABLE.map((type) => {
          const [label, help] = t.fieldTypes[type];
          return (
            <UnstyledButton key={type} className={classes.type} aria-label={label} onClick={() => onChoose(type)}>
              <FieldTypeIcon type={type} />
              <span>
                <Text size="sm" fw={550}>
                  {label}
                </Text>
                <Text size="xs" className="quiet">
                  {help}
                </Text>
              </span>
            </UnstyledButton>
          );
        })}
      </SimpleGrid>
    </>
  );
}
