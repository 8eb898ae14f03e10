import type { Catalog, ObjectInfo } from "./catalog";

/** The platform's own types; names derived from objects stand back. */
const PLATFORM: ReadonlySet<string> = new Set(
  ["ID", "String", "MultiPicklist", "Int", "Decimal", "Date", "DateTime", "Boolean"].map((value) => `${value}Filter`),
);

/** Names of the API's own types; the records of an object of such a name are of a type with an underscore. */
const RESERVED: ReadonlySet<string> = new Set([
  ...PLATFORM,
  "AggregateFunction",
  "Change",
  "ChangeConnection",
  "ChangedValue",
  "CurrentTenant",
  "DateUnit",
  "DestroyedRecord",
  "FieldChange",
  "GroupCondition",
  "GroupOrder",
  "HistoryEntry",
  "SearchMatch",
  "SnippetPiece",
  "WriteCount",
]);

/** The name of the type of an object's records. */
export function recordType(object: string): string {
  return RESERVED.has(object) ? `${object}_` : object;
}

/** The object whose records are of a type. */
export function objectOfType(type: string): string {
  return type.endsWith("_") ? type.slice(0, -1) : type;
}

/** The name of an input type that belongs to an object; an underscore keeps it apart from another object's own name. */
export function inputType(
  catalog: Catalog,
  object: ObjectInfo,
  suffix: "Filter" | "OrderBy" | "CreateInput" | "UpdateInput",
): string {
  const name = object.name + suffix;
  const isTaken = PLATFORM.has(name) || catalog.objects.some((other) => other.name === name);
  return isTaken ? `${object.name}_${suffix}` : name;
}
