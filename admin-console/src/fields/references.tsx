import { Group, Loader, MultiSelect, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { lookupAnyDocument, lookupDocument, type Reference, recordId, targetsOf } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ObjectIcon } from "@/ui";
import type { EditorProps } from "./kind";

const TYPING_PAUSE = 200;
const FOUND_OF_EACH = 5;

/** Records of the objects whose name holds what was typed; each knows its object where there are several. */
export function useRecordSearch(targets: readonly string[], text: string, isEnabled: boolean) {
  const tenant = useTenant();
  const objects = targets.map((target) => tenant.object(target)).filter((object) => object !== undefined);
  const [settled] = useDebouncedValue(text.trim(), TYPING_PAUSE);
  return useQuery({
    queryKey: ["tenant", tenant.slug, "records", "lookup", targets.join(), settled],
    enabled: isEnabled && objects.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<readonly Reference[]> => {
      const [only] = objects;
      if (only === undefined) return [];
      if (objects.length === 1) {
        const { list } = await tenant.data<{ list: { nodes: Reference[] } }>(
          lookupDocument(tenant.catalog, only, settled),
          signal,
        );
        return list.nodes.map((found) => known(found, targets, only.name));
      }
      const lists = await tenant.data<Record<string, { nodes: Reference[] }>>(
        lookupAnyDocument(tenant.catalog, objects, settled, FOUND_OF_EACH),
        signal,
      );
      return objects.flatMap(({ name }) => (lists[name]?.nodes ?? []).map((found) => known(found, targets, name)));
    },
  });
}

function known(found: Reference, targets: readonly string[], object: string): Reference {
  return targets.length === 1 ? found : { ...found, object };
}

function toOption({ id, name }: Reference) {
  return { value: id, label: name ?? t.list.unnamed };
}

/** What can be chosen: the records held and those found, under the names of their objects where there are several. */
function useOptions(targets: readonly string[], found: readonly Reference[], held: readonly Reference[]) {
  const tenant = useTenant();
  const foundIds = new Set<string>(found.map(({ id }) => id));
  const all = [...held.filter(({ id }) => !foundIds.has(id)), ...found];
  const byId = (id: string) => all.find((reference) => reference.id === id);
  if (targets.length === 1) return { data: all.map(toOption), byId };
  const groups = targets.map((target) => ({
    group: tenant.object(target)?.pluralLabel ?? target,
    items: all.filter(({ object }) => object === target).map(toOption),
  }));
  const others = all.filter(({ object }) => object === undefined || !targets.includes(object)).map(toOption);
  return { data: [...others, ...groups.filter(({ items }) => items.length > 0)], byId };
}

/** What people read before they type: what they would find. */
function usePlaceholder(targets: readonly string[]): string {
  const tenant = useTenant();
  const [first = "", second] = targets;
  return second === undefined
    ? t.record.searchRecords(tenant.object(first)?.pluralLabel ?? "")
    : t.record.searchRecords(targets.map((target) => tenant.object(target)?.pluralLabel ?? target).join(", "));
}

function Picture({ reference }: { reference: Reference | null | undefined }) {
  const tenant = useTenant();
  const object = tenant.object(reference?.object ?? null);
  return object === undefined ? null : <ObjectIcon name={object.icon} size={16} />;
}

interface PickerProps {
  targets: readonly string[];
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
  const { targets, value, onChange, isClearable = true } = props;
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const isUntouched = text === (value?.name ?? "");
  const search = useRecordSearch(targets, isUntouched ? "" : text, isOpen);
  const found = search.data ?? [];
  // The chosen record stays known to the input while the found ones change.
  const { data, byId } = useOptions(targets, found, value === null ? [] : [value]);
  const isAny = targets.length > 1;
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
      placeholder={usePlaceholder(targets)}
      searchable
      clearable={isClearable && value !== null}
      data={data}
      filter={({ options }) => options}
      nothingFoundMessage={search.isFetching ? t.common.loading : t.record.noMatches}
      leftSection={isAny && value !== null ? <Picture reference={value} /> : undefined}
      rightSection={search.isFetching && isOpen ? <Loader size={14} /> : undefined}
      {...(isAny
        ? {
            renderOption: ({ option }) => (
              <Group gap="xs" wrap="nowrap">
                <Picture reference={byId(option.value)} />
                <span className="truncate">{option.label}</span>
              </Group>
            ),
          }
        : {})}
      value={value?.id ?? null}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id) => onChange(id === null ? null : (byId(id) ?? { id: recordId(id), name: null }))}
    />
  );
}

export function ReferenceEditor(props: EditorProps<Reference | null>) {
  const { field } = props;
  return (
    <RecordPicker
      targets={targetsOf(field)}
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
  targets,
  value,
  onChange,
  label,
  description,
  error,
  autoFocus = false,
  isInPopover = false,
}: {
  targets: readonly string[];
  value: readonly Reference[];
  onChange: (value: readonly Reference[]) => void;
  label: string;
  description?: string | undefined;
  error?: string | null;
  autoFocus?: boolean;
  /** Its list then belongs to the popover, so that a click in it does not close that. */
  isInPopover?: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const search = useRecordSearch(targets, text, isOpen);
  const { data, byId } = useOptions(targets, search.data ?? [], value);
  const placeholder = usePlaceholder(targets);
  return (
    <MultiSelect
      label={label}
      description={description}
      error={error ?? undefined}
      {...(autoFocus ? { autoFocus, "data-autofocus": true } : {})}
      placeholder={value.length === 0 ? placeholder : undefined}
      autoComplete="off"
      size="sm"
      searchable
      hidePickedOptions
      comboboxProps={{ withinPortal: !isInPopover }}
      data={data}
      filter={({ options }) => options}
      nothingFoundMessage={search.isFetching ? t.common.loading : t.record.noMatches}
      value={value.map(({ id }) => id)}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      searchValue={text}
      onSearchChange={setText}
      onChange={(ids) => onChange(ids.map((id) => byId(id) ?? { id: recordId(id), name: null }))}
    />
  );
}

export function ReferencesEditor(props: EditorProps<readonly Reference[]>) {
  return (
    <RecordsPicker
      targets={targetsOf(props.field)}
      value={props.value}
      onChange={props.onChange}
      label={props.field.label}
      description={props.field.helpText ?? undefined}
      error={props.error}
      autoFocus={props.autoFocus}
    />
  );
}
