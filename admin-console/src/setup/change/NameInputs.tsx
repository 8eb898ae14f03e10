import { Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { t } from "@/i18n";
import { fieldNameOf } from "./names";

/** What a part of an object is called: by people, and by the API. */
export interface Names {
  readonly label: string;
  readonly name: string;
}

interface Props {
  value: Names;
  onChange: (value: Names) => void;
  /** Whether the part is there already, and so has its name. */
  isThere: boolean;
  errorAt: (property: string) => string | undefined;
}

/** Label and name; until the name is typed it follows from the label. */
export function NameInputs({ value, onChange, isThere, errorAt }: Props) {
  const [isNameOwn, setNameOwn] = useState(isThere);
  return (
    <Group grow align="start">
      <TextInput
        label={t.setup.label}
        value={value.label}
        onChange={(event) => {
          const label = event.currentTarget.value;
          onChange({ label, name: isNameOwn ? value.name : fieldNameOf(label) });
        }}
        error={errorAt("label")}
        withAsterisk
      />
      <TextInput
        label={t.setup.apiName}
        value={value.name}
        onChange={(event) => {
          setNameOwn(true);
          onChange({ ...value, name: event.currentTarget.value });
        }}
        error={errorAt("name")}
        disabled={isThere}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
        withAsterisk
      />
    </Group>
  );
}
