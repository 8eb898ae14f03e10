import { type Catalog, type FieldInfo, fieldNamed, isToOne, type ObjectInfo, objectNamed, targetsOf } from "./catalog";
import type { Operation } from "./http";
import { type RecordId, type Reference, singleRoot } from "./records";
import { inputType } from "./typeNames";

export type HistoryKind = "CREATE" | "UPDATE" | "DELETE" | "RESTORE";
export type HistoryOrigin = "API" | "CONSOLE" | "PLATFORM";

/** What became of one field; values as the API has them, lookups as ids. */
export interface FieldChange {
  readonly field: string;
  readonly label: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One thing that was done to a record. */
export interface HistoryEntry {
  readonly version: number;
  readonly at: string;
  readonly kind: HistoryKind;
  readonly origin: HistoryOrigin;
  /** Null where it was the platform itself, or somebody who may not be seen. */
  readonly by: Reference | null;
  readonly changes: readonly FieldChange[];
}

export interface HistoryPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly HistoryEntry[];
}

export const HISTORY_PAGE = 20;

/** A page of what was done to a record, newest first. */
export function historyDocument(object: ObjectInfo, id: RecordId, after: string | null): Operation {
  return {
    query: `query ${object.name}History($id: ID!, $first: Int, $after: String) { record: ${singleRoot(object)}(id: $id) { id history(first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { version at kind origin by { id name } changes { field label before after } } } } }`,
    variables: { id, first: HISTORY_PAGE, ...(after === null ? {} : { after }) },
  };
}

/** A value of a field as it was told: lookups as ids. */
export interface ToldField {
  readonly field: FieldInfo;
  readonly value: unknown;
}

/** What a history tells of the fields that are there. */
export function toldIn(object: ObjectInfo, entries: readonly HistoryEntry[]): readonly ToldField[] {
  return entries
    .flatMap((entry) => entry.changes)
    .flatMap(({ field: name, before, after }) => {
      const field = fieldNamed(object, name);
      return field === undefined ? [] : [before, after].map((value) => ({ field, value }));
    });
}

/** Ids of one request, of each object. */
const MOST_NAMES = 200;

/** The records that values are, by the object they are of; of very many, the first. */
export function referredIn(catalog: Catalog, told: readonly ToldField[]): ReadonlyMap<ObjectInfo, readonly string[]> {
  const found = new Map<ObjectInfo, Set<string>>();
  for (const { field, value } of told) {
    if (!isToOne(field) || typeof value !== "string") continue;
    for (const name of targetsOf(field)) {
      const target = objectNamed(catalog, name);
      if (target === undefined) continue;
      found.set(target, (found.get(target) ?? new Set<string>()).add(value));
    }
  }
  return new Map([...found].map(([target, ids]) => [target, [...ids].slice(0, MOST_NAMES)]));
}

/** The names of records of several objects, each object under its name, in one request. */
export function namesDocument(catalog: Catalog, ids: ReadonlyMap<ObjectInfo, readonly string[]>): Operation {
  const targets = [...ids];
  const declared = targets.map(([target]) => `$${target.name}: ${inputType(catalog, target, "Filter")}`);
  const parts = targets.map(
    ([target, wanted]) =>
      `${target.name}: ${target.pluralName}(filter: $${target.name}, first: ${wanted.length}) { nodes { id name } }`,
  );
  return {
    query: `query Names(${declared.join(", ")}) { ${parts.join(" ")} }`,
    variables: Object.fromEntries(targets.map(([target, wanted]) => [target.name, { id: { in: wanted } }])),
  };
}
