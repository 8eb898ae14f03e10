import type { FieldUpdate } from "@/api";

/** A field as a component document. */
export type FieldDocument = Readonly<Record<string, unknown>> & { readonly name: string };

/** What documents call otherwise than inputs do. */
const RENAMED: Readonly<Record<string, string>> = { helpText: "help", defaultValue: "default" };
/** What the platform gives, and knows again by the name. */
const IDENTITY: readonly string[] = ["id", "storage", "package"];

/** The document of a field with a change made to it; null takes a property away. */
export function changedDocument(current: FieldDocument, input: FieldUpdate): FieldDocument {
  const { defaultExpression, ...rest } = input;
  const computed = defaultExpression == null ? {} : { default: { expression: defaultExpression } };
  const isUncomputed = defaultExpression === null && !("defaultValue" in input);
  const changes = Object.entries(rest).map(([name, value]) => [
    RENAMED[name] ?? name,
    name === "values" ? documentValues(input.values ?? []) : value,
  ]);
  const all = {
    ...current,
    kind: "Field",
    ...Object.fromEntries(changes),
    ...computed,
    ...(isUncomputed ? { default: null } : {}),
  } as FieldDocument;
  return Object.fromEntries(
    Object.entries(all).filter(([name, value]) => value !== null && !IDENTITY.includes(name)),
  ) as FieldDocument;
}

function documentValues(values: NonNullable<FieldUpdate["values"]>) {
  return values.map(({ value, label, isActive }) => ({ value, label, active: isActive }));
}
