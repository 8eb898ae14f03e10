import { type Catalog, fieldNamed, isToOne, type ObjectInfo, objectNamed, targetsOf } from "./catalog";
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

/** The records that a history knows by their ids, by the object they are of. */
export function referredIn(
  catalog: Catalog,
  object: ObjectInfo,
  entries: readonly HistoryEntry[],
): ReadonlyMap<ObjectInfo, readonly string[]> {
  const found = new Map<ObjectInfo, Set<string>>();
  for (const change of entries.flatMap((entry) => entry.changes)) {
    const field = fieldNamed(object, change.field);
    if (field === undefined || !isToOne(field)) continue;
    for (const name of targetsOf(field)) {
      const target = objectNamed(catalog, name);
      if (target === undefined) continue;
      const ids = found.get(target) ?? new Set<string>();
      for (const id of [change.before, change.after]) if (typeof id === "string") ids.add(id);
      found.set(target, ids);
    }
  }
  return new Map([...found].filter(([, ids]) => ids.size > 0).map(([target, ids]) => [target, [...ids]]));
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
