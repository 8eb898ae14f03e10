import { Anchor, Badge, Group, Text } from "@mantine/core";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import { Link } from "react-router";
import { type FieldInfo, objectOfType, type RecordData, type Reference } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ObjectIcon } from "@/ui";
import classes from "./fields.module.css";
import { formatDate, formatDateTime, formatMoney, formatNumber, formatPercent } from "./format";
import type { ValueProps } from "./kind";

function stringOf(field: FieldInfo, record: RecordData): string | null {
  const value = record[field.name];
  return value === null || value === undefined || value === "" ? null : String(value);
}

export function referenceOf(value: unknown): Reference | null {
  const found = value as (Partial<Reference> & { readonly __typename?: string }) | null | undefined;
  if (found?.id === undefined) return null;
  const object = found.object ?? (found.__typename === undefined ? undefined : objectOfType(found.__typename));
  return { id: found.id, name: found.name ?? null, ...(object === undefined ? {} : { object }) };
}

export function referencesOf(value: unknown): readonly Reference[] {
  const nodes = (value as { nodes?: unknown } | null | undefined)?.nodes;
  return Array.isArray(nodes) ? nodes.map(referenceOf).filter((found) => found !== null) : [];
}

export function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function Nothing() {
  return <span className="quiet">{t.common.empty}</span>;
}

export function TextValue({ field, record, isCompact }: ValueProps) {
  const text = stringOf(field, record);
  if (text === null) return <Nothing />;
  return <span className={isCompact ? "truncate" : classes.wrapped}>{text}</span>;
}

export function NumberValue({ field, record }: ValueProps) {
  const value = stringOf(field, record);
  return value === null ? <Nothing /> : <span className="figures">{formatNumber(value, field.decimals)}</span>;
}

export function MoneyValue({ field, record }: ValueProps) {
  const tenant = useTenant();
  const value = stringOf(field, record);
  if (value === null) return <Nothing />;
  const currency = record[`${field.name}Currency`];
  const code = typeof currency === "string" ? currency : tenant.me.tenant.currency;
  return <span className="figures">{formatMoney(value, code, field.decimals)}</span>;
}

export function PercentValue({ field, record }: ValueProps) {
  const value = stringOf(field, record);
  return value === null ? <Nothing /> : <span className="figures">{formatPercent(value, field.decimals)}</span>;
}

export function DateValue({ field, record }: ValueProps) {
  const value = stringOf(field, record);
  return value === null ? <Nothing /> : <span className="figures">{formatDate(value)}</span>;
}

export function DateTimeValue({ field, record }: ValueProps) {
  const value = stringOf(field, record);
  if (value === null) return <Nothing />;
  return (
    <time dateTime={value} className="figures">
      {formatDateTime(value)}
    </time>
  );
}

export function BooleanValue({ field, record }: ValueProps) {
  const isTrue = record[field.name] === true;
  return (
    <Group gap={4} wrap="nowrap" c={isTrue ? undefined : "var(--kith-quiet)"} component="span">
      {isTrue ? <IconCheck size={16} aria-hidden /> : <IconMinus size={16} aria-hidden />}
      <span>{isTrue ? t.common.yes : t.common.no}</span>
    </Group>
  );
}

function labelOf(field: FieldInfo, value: string): string {
  return field.values?.find((choice) => choice.value === value)?.label ?? value;
}

function Choice({ children }: { children: string }) {
  return (
    <Badge variant="light" color="accent" radius="sm" size="md" className={classes.choice}>
      {children}
    </Badge>
  );
}

export function PicklistValue({ field, record }: ValueProps) {
  const value = stringOf(field, record);
  return value === null ? <Nothing /> : <Choice>{labelOf(field, value)}</Choice>;
}

export function MultiPicklistValue({ field, record, isCompact }: ValueProps) {
  const values = stringsOf(record[field.name]);
  if (values.length === 0) return <Nothing />;
  return (
    <Group gap={4} wrap={isCompact ? "nowrap" : "wrap"} component="span">
      {values.map((value) => (
        <Choice key={value}>{labelOf(field, value)}</Choice>
      ))}
    </Group>
  );
}

export function EmailValue({ field, record }: ValueProps) {
  const value = stringOf(field, record);
  return value === null ? (
    <Nothing />
  ) : (
    <Anchor href={`mailto:${value}`} inherit className="truncate">
      {value}
    </Anchor>
  );
}

export function PhoneValue({ field, record }: ValueProps) {
  const value = stringOf(field, record);
  return value === null ? (
    <Nothing />
  ) : (
    <Anchor href={`tel:${value.replace(/[^\d+]/g, "")}`} inherit className="truncate figures">
      {value}
    </Anchor>
  );
}

export function UrlValue({ field, record }: ValueProps) {
  const value = stringOf(field, record);
  if (value === null) return <Nothing />;
  if (!/^https?:\/\//i.test(value)) return <Text inherit>{value}</Text>;
  return (
    <Anchor href={value} target="_blank" rel="noreferrer noopener" inherit className="truncate">
      {value.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "")}
    </Anchor>
  );
}

function RecordLink({ target, reference }: { target: string | null; reference: Reference }) {
  const tenant = useTenant();
  const object = tenant.object(target);
  const name = reference.name ?? t.list.unnamed;
  if (object === undefined) return <span>{name}</span>;
  return (
    <Anchor component={Link} to={tenant.recordPath(object, reference.id)} inherit className="truncate">
      {name}
    </Anchor>
  );
}

export function ReferenceValue({ field, record }: ValueProps) {
  const reference = referenceOf(record[field.name]);
  return reference === null ? <Nothing /> : <RecordLink target={field.target} reference={reference} />;
}

/** A record of any of several objects: its picture and, where there is room, its label tell of which. */
export function AnyReferenceValue({ field, record, isCompact }: ValueProps) {
  const tenant = useTenant();
  const reference = referenceOf(record[field.name]);
  if (reference === null) return <Nothing />;
  const object = tenant.object(reference.object ?? null);
  return (
    <span className={classes.any}>
      <span className={classes.pictured}>
        {object !== undefined && (
          <span
            className={classes.picture}
            {...(isCompact ? { role: "img", "aria-label": object.label, title: object.label } : {})}
          >
            <ObjectIcon name={object.icon} size={16} />
          </span>
        )}
        <RecordLink target={reference.object ?? null} reference={reference} />
      </span>
      {!isCompact && object !== undefined && <span className="quiet">{object.label}</span>}
    </span>
  );
}

export function ReferencesValue({ field, record, isCompact }: ValueProps) {
  const references = referencesOf(record[field.name]);
  if (references.length === 0) return <Nothing />;
  return (
    <Group gap={8} wrap={isCompact ? "nowrap" : "wrap"} component="span">
      {references.map((reference) => (
        <RecordLink key={reference.id} target={field.target} reference={reference} />
      ))}
    </Group>
  );
}
