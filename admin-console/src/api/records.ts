import type { FieldInfo, ObjectInfo, RelationInfo } from "./catalog";
import type { Operation } from "./http";
import { argumentList, type Literal } from "./literal";

/** The identity of a record; not any string. */
export type RecordId = string & { readonly __brand: "RecordId" };

export function recordId(value: string): RecordId {
  return value as RecordId;
}

/** A record as another one refers to it. */
export interface Reference {
  readonly id: RecordId;
  readonly name: string | null;
}

/** A record's values by the names of its fields. */
export interface RecordData {
  readonly id: RecordId;
  readonly version?: number;
  readonly [field: string]: unknown;
}

export interface Connection {
  readonly cappedCount?: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly RecordData[];
}

export const PAGE_SIZE = 50;
export const COUNT_CAP = 1000;
/** How many linked records a list shows of a many-to-many field. */
const LINKS_SHOWN = 50;

/** The root field of one record: `Account` gives `account`. */
export function singleRoot(object: ObjectInfo): string {
  return object.name.charAt(0).toLowerCase() + object.name.slice(1);
}

/** What a document asks of a field. */
export function selectionOf(field: FieldInfo): string {
  switch (field.type) {
    case "lookup":
    case "masterDetail":
      return `${field.name} { id name }`;
    case "manyToMany":
      return `${field.name}(first: ${LINKS_SHOWN}) { nodes { id name } }`;
    case "currency":
      return `${field.name} ${field.name}Currency`;
    case "id":
    case "text":
    case "longText":
    case "number":
    case "percent":
    case "date":
    case "dateTime":
    case "boolean":
    case "picklist":
    case "multiPicklist":
    case "email":
    case "phone":
    case "url":
    case "autoNumber":
      return field.name;
  }
}

function selections(fields: readonly FieldInfo[]): string {
  return [...new Set(["id", "name", ...fields.map(selectionOf)])].join(" ");
}

export interface ListRequest {
  readonly filter?: Literal | undefined;
  readonly orderBy?: readonly Literal[] | undefined;
  readonly first?: number;
}

/** A page of an object's list; the count comes with the first page only. */
export function listDocument(
  object: ObjectInfo,
  fields: readonly FieldInfo[],
  { filter, orderBy, first = PAGE_SIZE }: ListRequest,
  after: string | null,
): Operation {
  const args = argumentList({ filter, orderBy: orderBy?.length === 0 ? undefined : orderBy, first });
  const count = after === null ? ` cappedCount(max: ${COUNT_CAP})` : "";
  const page = args === "" ? "(after: $after)" : `${args.slice(0, -1)}, after: $after)`;
  return {
    query: `query ${object.name}List($after: String) { list: ${object.pluralName}${page} {${count} pageInfo { hasNextPage endCursor } nodes { ${selections(fields)} } } }`,
    variables: { after },
  };
}

/** How many records a filter finds, up to the cap. */
export function countDocument(object: ObjectInfo, filter: Literal | undefined): Operation {
  const args = argumentList({ filter, first: 1 });
  return {
    query: `query ${object.name}Count { list: ${object.pluralName}${args} { cappedCount(max: ${COUNT_CAP}) } }`,
  };
}

/** One record with all the fields named. */
export function recordDocument(object: ObjectInfo, fields: readonly FieldInfo[], id: RecordId): Operation {
  return {
    query: `query ${object.name}Page($id: ID!) { record: ${singleRoot(object)}(id: $id) { ${selections(fields)} version } }`,
    variables: { id },
  };
}

export interface RelatedList {
  readonly relation: RelationInfo;
  readonly fields: readonly FieldInfo[];
  readonly first: number;
}

/** The related lists of a record, each under the relation's name, in one request. */
export function relatedDocument(object: ObjectInfo, id: RecordId, lists: readonly RelatedList[]): Operation {
  const parts = lists.map(
    ({ relation, fields, first }) =>
      `${relation.name}(first: ${first}) { cappedCount(max: ${COUNT_CAP}) pageInfo { hasNextPage endCursor } nodes { ${selections(fields)} } }`,
  );
  return {
    query: `query ${object.name}Related($id: ID!) { record: ${singleRoot(object)}(id: $id) { id ${parts.join(" ")} } }`,
    variables: { id },
  };
}

/** Records whose name holds the text, for a search as people type. */
export function lookupDocument(object: ObjectInfo, text: string, first = 10): Operation {
  const filter = text === "" ? undefined : { name: { containsCi: text } };
  const args = argumentList({ filter, first });
  return { query: `query ${object.name}Lookup { list: ${object.pluralName}${args} { nodes { id name } } }` };
}

/** The records touched last, per object, in one request. */
export function recentDocument(objects: readonly ObjectInfo[], first: number): Operation {
  const parts = objects.map(
    (object) =>
      `${object.name}: ${object.pluralName}(orderBy: [{updatedAt: DESC}], first: ${first}) { nodes { id name updatedAt updatedBy { id name } } }`,
  );
  return { query: `query Recent { ${parts.join(" ")} }` };
}

export type RecordInput = { readonly [field: string]: Literal };

export function createDocument(object: ObjectInfo, data: RecordInput): Operation {
  return {
    query: `mutation Create${object.name} { record: create${object.name}${argumentList({ data })} { id name version } }`,
  };
}

/** Refused when the record has moved on from the version given. */
export function updateDocument(
  object: ObjectInfo,
  id: RecordId,
  data: RecordInput,
  ifVersion: number | null,
): Operation {
  const args = argumentList({ id, data, ifVersion: ifVersion ?? undefined });
  return { query: `mutation Update${object.name} { record: update${object.name}${args} { id name version } }` };
}

export function removalDocument(object: ObjectInfo, kind: "delete" | "restore", id: RecordId): Operation {
  return {
    query: `mutation ${kind}${object.name}($id: ID!) { record: ${kind}${object.name}(id: $id) { id } }`,
    variables: { id },
  };
}

/** The caller and the tenant as the data API sees them. */
export interface Me {
  readonly user: { readonly id: RecordId; readonly name: string | null };
  readonly tenant: {
    readonly slug: string;
    readonly name: string;
    readonly currency: string;
    readonly timeZone: string;
    readonly locale: string;
  };
}

export const ME_DOCUMENT: Operation = {
  query: "query Me { me { user { id name } tenant { slug name currency timeZone locale } } }",
};
