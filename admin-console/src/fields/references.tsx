import { Loader, MultiSelect, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { lookupDocument, type Reference, recordId } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import type { EditorProps } from "./kind";

const TYPING_PAUSE = 200;

/** Records of an object whose name holds what was typed. */
export function useRecordSearch(target: string | null, text: string, isEnabled: boolean) {
  const tenant = useTenant();
  const object = tenant.object(target);
  const [settled] = useDebouncedValue(text.trim(), TYPING_PAUSE);
  return useQuery({
    queryKey: ["tenant", tenant.slug, "records", "lookup", target, settled],
    enabled: isEnabled && object !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      if (object === undefined) return [];
      const { list } = await tenant.data<{ list: { nodes: Reference[] } }>(
        lookupDocument(tenant.catalog, object, settled),
        signal,
      );
      return list.nodes;
    },
  });
}

function toOption({ id, name }: Reference) {
  return { value: id, label: name ?? t.list.unnamed };
}

function options(found: readonly Reference[], held: readonly Reference[]) {
  const foundIds = new Set<string>(found.map(({ id }) => id));
  return [...held.filter(({ id }) => !foundIds.has(id)), ...found].map(toOption);
}

interface PickerProps {
  target: string | null;
  value: Reference | null;
  onChange: (value: Reference | null) => void;
  label?: string;
  ariaLabel?: string;
  error?: string | null;
  description?: string | undefined;
  required?: boolean;
  name?: string;
  autoFocus?: boolean;
  isClearable?: boolean;
}

/** Chooses one record by typing a part of its name. */
export function RecordPicker(props: PickerProps) {
  const { target, value, onChange, isClearable = true } = props;
  const tenant = useTenant();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const isUntouched = text === (value?.name ?? "");
  const search = useRecordSearch(target, isUntouched ? "" : text, isOpen);
  const data = options(search.data ?? [], isUntouched && value !== null ? [value] : []);
  // The chosen record stays known to the input while the found ones change.
  const known = value === null || data.some((option) => option.value === value.id) ? data : [...data, toOption(value)];
  return (
    <Select
      label={props.label}
      aria-label={props.ariaLabel}
      description={props.description}
      error={props.error ?? undefined}
      withAsterisk={props.required ?? false}
      name={props.name}
      autoComplete="off"
      {...(props.autoFocus ? { autoFocus: true, "data-autofocus": true } : {})}
      placeholder={t.record.searchRecords(tenant.object(target)?.pluralLabel ?? "")}
      searchable
      clearable={isClearable && value !== null}
      data={known}
      filter={({ options: all }) => all}
      nothingFoundMessage={search.isFetching ? t.common.loading : t.record.noMatches}
      rightSection={search.isFetching && isOpen ? <Loader size={14} /> : undefined}
      value={value?.id ?? null}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id, option) => onChange(id === null ? null : { id: recordId(id), name: option?.label ?? null })}
    />
  );
}

export function ReferenceEditor(props: EditorProps<Reference | null>) {
  const { field } = props;
  return (
    <RecordPicker
      target={field.target}
      value={props.value}
      onChange={props.onChange}
      label={field.label}
      description={field.helpText ?? undefined}
      error={props.error}
      required={field.required || field.type === "masterDetail"}
      name={field.name}
      autoFocus={props.autoFocus}
      isClearable={field.type !== "masterDetail"}
    />
  );
}

/** Chooses any number of records. */
export function RecordsPicker({
  target,
  value,
  onChange,
  label,
  description,
  error,
  autoFocus = false,
  isInPopover = false,
}: {
  target: string | null;
  value: readonly Reference[];
  onChange: (value: readonly Reference[]) => void;
  label: string;
  description?: string | undefined;
  error?: string | null;
  autoFocus?: boolean;
  /** Its list then belongs to the popover, so that a click in it does not close that. */
  isInPopover?: boolean;
}) {
  const tenant = useTenant();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const search = useRecordSearch(target, text, isOpen);
  const data = options(search.data ?? [], value);
  return (
    <MultiSelect
      label={label}
      description={description}
      error={error ?? undefined}
      {...(autoFocus ? { autoFocus, "data-autofocus": true } : {})}
      placeholder={value.length === 0 ? t.record.searchRecords(tenant.object(target)?.pluralLabel ?? "") : undefined}
      autoComplete="off"
      size="sm"
      searchable
      hidePickedOptions
      comboboxProps={{ withinPortal: !isInPopover }}
      data={data}
      filter={({ options: all }) => all}
      nothingFoundMessage={search.isFetching ? t.common.loading : t.record.noMatches}
      value={value.map(({ id }) => id)}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      searchValue={text}
      onSearchChange={setText}
      onChange={(ids) =>
        onChange(
          ids.map((id) => ({ id: recordId(id), name: data.find((option) => option.value === id)?.label ?? null })),
        )
      }
    />
  );
}

export function ReferencesEditor(props: EditorProps<readonly Reference[]>) {
  return (
    <RecordsPicker
      target={props.field.target}
      value={props.value}
      onChange={props.onChange}
      label={props.field.label}
      description={props.field.helpText ?? undefined}
      error={props.error}
      autoFocus={props.autoFocus}
    />
  );
}
