import type { Catalog, ObjectInfo } from "./catalog";

/** The platform's own types; names derived from objects stand back. */
const PLATFORM: ReadonlySet<string> = new Set(
  ["ID", "String", "MultiPicklist", "Int", "Decimal", "Date", "DateTime", "Boolean"].map((value) => `${value}Filter`),
);

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
