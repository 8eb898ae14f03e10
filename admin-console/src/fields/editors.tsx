import { Checkbox, MultiSelect, Select, Textarea, TextInput } from "@mantine/core";
import type { HTMLInputTypeAttribute } from "react";
import type { FieldInfo } from "@/api";
import { useTenant } from "@/session";
import { userLocale } from "./format";
import type { EditorProps } from "./kind";

/** What every editor shows around its input. */
function frame({ field, error, autoFocus }: Pick<EditorProps<unknown>, "field" | "error" | "autoFocus">) {
  return {
    label: field.label,
    description: field.helpText ?? undefined,
    error: error ?? undefined,
    withAsterisk: field.required,
    name: field.name,
    autoComplete: "off",
    "aria-required": field.required,
    ...(autoFocus ? { autoFocus, "data-autofocus": true } : {}),
  };
}

interface InputProps extends EditorProps<string> {
  type?: HTMLInputTypeAttribute;
  inputMode?: "decimal" | "email" | "tel" | "url";
}

function InputEditor({ type = "text", inputMode, ...props }: InputProps) {
  return (
    <TextInput
      {...frame(props)}
      type={type}
      inputMode={inputMode}
      lang={userLocale()}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

export function TextEditor(props: EditorProps<string>) {
  return <InputEditor {...props} />;
}

/** Mail and web addresses are checked by the server, whose words stand at the field. */
export function EmailEditor(props: EditorProps<string>) {
  return <InputEditor {...props} inputMode="email" />;
}

export function PhoneEditor(props: EditorProps<string>) {
  return <InputEditor {...props} type="tel" inputMode="tel" />;
}

export function UrlEditor(props: EditorProps<string>) {
  return <InputEditor {...props} inputMode="url" />;
}

export function DateEditor(props: EditorProps<string>) {
  return <InputEditor {...props} type="date" />;
}

export function DateTimeEditor(props: EditorProps<string>) {
  return <InputEditor {...props} type="datetime-local" />;
}

export function NumberEditor(props: EditorProps<string>) {
  return <InputEditor {...props} inputMode="decimal" />;
}

export function PercentEditor(props: EditorProps<string>) {
  return (
    <TextInput
      {...frame(props)}
      inputMode="decimal"
      rightSection={<span className="quiet">%</span>}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

export function MoneyEditor(props: EditorProps<string>) {
  const tenant = useTenant();
  return (
    <TextInput
      {...frame(props)}
      inputMode="decimal"
      rightSectionWidth={52}
      rightSection={<span className="quiet">{tenant.me.tenant.currency}</span>}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

export function LongTextEditor(props: EditorProps<string>) {
  return (
    <Textarea
      {...frame(props)}
      autosize
      minRows={3}
      maxRows={16}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

export function BooleanEditor(props: EditorProps<boolean>) {
  const { withAsterisk: _, autoComplete: __, ...around } = frame(props);
  return (
    <Checkbox
      {...around}
      mt={24}
      checked={props.value}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}

/** The active choices, and those that the record still holds. */
function choices(field: FieldInfo, held: readonly string[]) {
  const known = (field.values ?? [])
    .filter((choice) => choice.isActive || held.includes(choice.value))
    .map(({ value, label }) => ({ value, label }));
  const foreign = held
    .filter((value) => value !== "" && !known.some((choice) => choice.value === value))
    .map((value) => ({ value, label: value }));
  return [...known, ...foreign];
}

export function PicklistEditor(props: EditorProps<string>) {
  const data = choices(props.field, [props.value]);
  return (
    <Select
      {...frame(props)}
      data={data}
      value={props.value === "" ? null : props.value}
      onChange={(value) => props.onChange(value ?? "")}
      clearable={!props.field.required}
      searchable={data.length > 8}
    />
  );
}

export function MultiPicklistEditor(props: EditorProps<readonly string[]>) {
  return (
    <MultiSelect
      {...frame(props)}
      size="sm"
      data={choices(props.field, props.value)}
      value={[...props.value]}
      onChange={props.onChange}
      clearable
      searchable
      hidePickedOptions
    />
  );
}
