import { type FieldInfo, fieldNamed, type ObjectInfo, type OrderInput } from "@/api";
import { kindOf } from "@/fields";

const OWN_COLUMNS = 6;
const HIDDEN: readonly string[] = ["id", "version", "deletedAt"];

/** The fields that a list can show. */
export function possibleColumns(object: ObjectInfo): readonly FieldInfo[] {
  return object.fields.filter((field) => !HIDDEN.includes(field.name) && !field.deprecated);
}

/** What a list shows before anybody chose: the name, the first fields of the object's own, who has it. */
export function defaultColumns(object: ObjectInfo): readonly string[] {
  const readable = possibleColumns(object).filter(
    (field) => !field.isSystem && field.type !== "longText" && field.type !== "manyToMany",
  );
  // The keys of other systems often repeat the name, and say little to people.
  const own = [...readable.filter((field) => !field.externalId), ...readable.filter((field) => field.externalId)]
    .slice(0, OWN_COLUMNS)
    .map((field) => field.name);
  const more = own.length < OWN_COLUMNS ? ["owner", "updatedAt"] : ["owner"];
  return ["name", ...own, ...more];
}

/** The columns chosen, those that still exist; the name is always there and first. */
export function columnsOf(object: ObjectInfo, chosen: readonly string[] | null): readonly FieldInfo[] {
  const possible = possibleColumns(object);
  const names = chosen === null || chosen.length === 0 ? defaultColumns(object) : chosen;
  const found = names.flatMap((name) => possible.find((field) => field.name === name) ?? []);
  const name = fieldNamed(object, "name");
  return name === undefined ? found : [name, ...found.filter((field) => field.name !== "name")];
}

export interface Sort {
  readonly field: string;
  readonly isDescending: boolean;
}

/** `revenue` sorts up, `-revenue` down. */
export function readSort(text: string | null): Sort | null {
  if (text === null || text === "") return null;
  return text.startsWith("-") ? { field: text.slice(1), isDescending: true } : { field: text, isDescending: false };
}

export function writeSort(sort: Sort | null): string | null {
  return sort === null ? null : `${sort.isDescending ? "-" : ""}${sort.field}`;
}

/** A click on a header sorts up, then down, then not at all. */
export function nextSort(current: Sort | null, field: string): Sort | null {
  if (current?.field !== field) return { field, isDescending: false };
  return current.isDescending ? null : { field, isDescending: true };
}

/** The order as the API takes it; records without a value come last either way. */
export function orderOf(object: ObjectInfo, sort: Sort | null): readonly OrderInput[] {
  const field = sort === null ? undefined : fieldNamed(object, sort.field);
  if (sort === null || field === undefined || !kindOf(field).isSortable) return [];
  const direction = sort.isDescending ? "DESC_NULLS_LAST" : "ASC_NULLS_LAST";
  return [{ [field.name]: field.target === null ? direction : { name: direction } }];
}

/** How wide a column starts, in pixels. */
export function startWidth(field: FieldInfo): number {
  if (field.name === "name") return 260;
  switch (field.type) {
    case "boolean":
      return 96;
    case "number":
    case "percent":
    case "autoNumber":
      return 128;
    case "date":
    case "currency":
      return 144;
    case "dateTime":
    case "phone":
    case "picklist":
      return 168;
    case "email":
    case "url":
    case "longText":
    case "multiPicklist":
    case "manyToMany":
      return 224;
    case "id":
    case "text":
    case "lookup":
    case "masterDetail":
      return 184;
  }
}
