import { useQuery } from "@tanstack/react-query";
import { isToOne, namesDocument, type RecordData, type Reference, referredIn, type ToldField } from "@/api";
import { t } from "@/i18n";
import { type Tenant, useTenant } from "@/session";
import { FieldValue } from "./FieldValue";
import { kindOf } from "./kinds";

/** Records by their ids. */
export type References = Readonly<Record<string, Reference>>;

const NONE: References = {};

/** The records that values are which were told as ids. */
export async function referencesIn(
  tenant: Tenant,
  told: readonly ToldField[],
  signal?: AbortSignal,
): Promise<References> {
  const referred = referredIn(tenant.catalog, told);
  if (referred.size === 0) return NONE;
  const found = await tenant.data<Record<string, { readonly nodes: readonly Reference[] }>>(
    namesDocument(tenant.catalog, referred),
    signal,
  );
  return Object.fromEntries(
    Object.entries(found).flatMap(([target, { nodes }]) =>
      nodes.map((reference) => [reference.id, { ...reference, object: target }]),
    ),
  );
}

/** The same for what is shown; undefined until they are known. */
export function useReferences(told: readonly ToldField[]): References | undefined {
  const tenant = useTenant();
  const ids = told.filter(({ field, value }) => isToOne(field) && typeof value === "string");
  const { data, isError } = useQuery({
    queryKey: ["tenant", tenant.slug, "records", "names", ids.map(({ field, value }) => `${field.name} ${value}`)],
    enabled: ids.length > 0,
    queryFn: ({ signal }) => referencesIn(tenant, ids, signal),
  });
  return ids.length === 0 || isError ? NONE : data;
}

interface Props {
  /** Undefined where the field is gone. */
  field: ToldField["field"] | undefined;
  value: unknown;
  references: References | undefined;
  /** The record that it is of, for what is beside the value. */
  record?: RecordData;
}

/** A value as it was told, shown as the field shows its values. */
export function ToldValue({ field, value, references, record }: Props) {
  if (value === null || value === undefined) return <span className="quiet">{t.common.empty}</span>;
  if (field === undefined) return <span>{typeof value === "string" ? value : JSON.stringify(value)}</span>;
  const isReference = isToOne(field) && typeof value === "string";
  if (isReference && references === undefined) return <span className="quiet">{t.common.loading}</span>;
  const reference = isReference ? references?.[value] : undefined;
  if (isReference && reference === undefined) return <span className="quiet">{t.record.goneReference}</span>;
  const then = { ...record, [field.name]: reference ?? value } as RecordData;
  if (kindOf(field).isEmpty(field, then)) return <span className="quiet">{t.common.empty}</span>;
  return <FieldValue field={field} record={then} />;
}
