import { ActionIcon, Button, Checkbox, Fieldset, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { t } from "@/i18n";
import type { FieldForm } from "./fieldForm";

interface Props {
  values: FieldForm["values"];
  onChange: (values: FieldForm["values"]) => void;
  error: string | undefined;
}

/** The values of a picklist, each with what is stored and what people read. */
export function ValuesEditor({ values, onChange, error }: Props) {
  const set = (position: number, change: Partial<FieldForm["values"][number]>) =>
    onChange(values.map((value, index) => (index === position ? { ...value, ...change } : value)));
  const [added, setAdded] = useState<number | null>(null);
  const add = () => {
    const key = Math.max(-1, ...values.map((value) => value.key)) + 1;
    setAdded(key);
    onChange([...values, { key, value: "", label: "", isActive: true }]);
  };
  return (
    <Fieldset legend={t.setup.values} variant="unstyled">
      <Stack gap={8} mt={4}>
        {values.map((value, position) => (
          <Group key={value.key} gap={8} wrap="nowrap">
            <TextInput
              aria-label={t.setup.valueLabel(position + 1)}
              placeholder={t.setup.label}
              value={value.label}
              onChange={(event) => set(position, { label: event.currentTarget.value })}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                add();
              }}
              autoFocus={value.key === added}
              style={{ flex: 1 }}
            />
            <TextInput
              aria-label={t.setup.valueName(position + 1)}
              placeholder={value.label || t.setup.apiName}
              value={value.value}
              onChange={(event) => set(position, { value: event.currentTarget.value })}
              style={{ flex: 1 }}
            />
            <Checkbox
              label={t.setup.valueActive}
              checked={value.isActive}
              onChange={(event) => set(position, { isActive: event.currentTarget.checked })}
              size="xs"
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t.setup.removeValue(position + 1)}
              onClick={() => onChange(values.filter((_, index) => index !== position))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {error !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {error}
          </Text>
        )}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={add}
          style={{ alignSelf: "flex-start" }}
        >
          {t.setup.addValue}
        </Button>
      </Stack>
    </Fieldset>
  );
}
