import {
  type Catalog,
  type FieldInfo,
  isPolymorphic,
  type ObjectInfo,
  objectNamed,
  type RelationInfo,
  targetsOf,
} from "./catalog";
import type { Operation } from "./http";
import { inputType, recordType } from "./typeNames";

/** The identity of a record; not any string. */
export type RecordId = string & { readonly __brand: "RecordId" };

export function recordId(value: string): RecordId {
  return value as RecordId;
}

/** A record as another one refers to it. */
export interface Reference {
  readonly id: RecordId;
  readonly name: string | null;
  /** The name of its object, where a reference may point to several. */
  readonly object?: string;
}

/** A record's values by the names of its fields. */
export interface RecordData {
  readonly id: RecordId;
  readonly version?: number;
  readonly [field: string]: unknown;
}

export interface Connection<R extends RecordData = RecordData> {
  readonly cappedCount?: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly R[];
}

export const PAGE_SIZE = 50;
export const COUNT_CAP = 1000;
/** How many linked records are read of a many-to-many field at first, and at most. */
const LINKS_SHOWN = 50;
export const LINKS_MAX = 1000;

/** The root field of one record: `Account` gives `account`. */
export function singleRoot(object: ObjectInfo): string {
  return object.name.charAt(0).toLowerCase() + object.name.slice(1);
}

/** What a document asks of a field. */
export function selectionOf(field: FieldInfo): string {
  switch (field.type) {
    case "lookup":
    case "masterDetail":
      return isPolymorphic(field) ? anyOf(field) : `${field.name} { id name }`;
    case "manyToMany":
      return linksOf(field, LINKS_SHOWN);
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

/** The record of any of several objects; its type tells of which. */
function anyOf(field: FieldInfo): string {
  const parts = targetsOf(field).map((target) => `... on ${recordType(target)} { id name }`);
  return `${field.name} { __typename ${parts.join(" ")} }`;
}

function linksOf(field: FieldInfo, first: number): string {
  return `${field.name}(first: ${first}) { pageInfo { hasNextPage } nodes { id name } }`;
}

function selections(fields: readonly FieldInfo[]): string {
  return [...new Set(["id", "name", ...fields.map(selectionOf)])].join(" ");
}

/** A value as the API takes it. */
export type InputValue =
  | string
  | number
  | boolean
  | null
  | readonly InputValue[]
  | { readonly [name: string]: InputValue | undefined };

export type FilterInput = { readonly [name: string]: InputValue };
export type OrderInput = { readonly [name: string]: InputValue };
export type RecordInput = { readonly [field: string]: InputValue };

export interface ListRequest {
  readonly filter: FilterInput | null;
  readonly orderBy: readonly OrderInput[];
  readonly first: number;
}

/** A page of an object's list; the count comes with the first page only. */
export function listDocument(
  catalog: Catalog,
  object: ObjectInfo,
  fields: readonly FieldInfo[],
  { filter, orderBy, first }: ListRequest,
  after: string | null,
): Operation {
  const count = after === null ? ` cappedCount(max: ${COUNT_CAP})` : "";
  return {
    query: `query ${object.name}List($filter: ${inputType(catalog, object, "Filter")}, $orderBy: [${inputType(catalog, object, "OrderBy")}!], $first: Int, $after: String) { list: ${object.pluralName}(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {${count} pageInfo { hasNextPage endCursor } nodes { ${selections(fields)} } } }`,
    variables: given({ filter, orderBy, first, after }),
  };
}

/** Left out is not the same as null: what does not matter is not sent. */
function given(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

/** One record with all the fields named. */
export function recordDocument(object: ObjectInfo, fields: readonly FieldInfo[], id: RecordId): Operation {
  return {
    query: `query ${object.name}Page($id: ID!) { record: ${singleRoot(object)}(id: $id) { ${selections(fields)} version } }`,
    variables: { id },
  };
}

/** The links of a record that many-to-many fields hold, as many as can be read at once. */
export function linksDocument(object: ObjectInfo, fields: readonly FieldInfo[], id: RecordId): Operation {
  return {
    query: `query ${object.name}Links($id: ID!) { record: ${singleRoot(object)}(id: $id) { id ${fields.map((field) => linksOf(field, LINKS_MAX)).join(" ")} } }`,
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
export function lookupDocument(catalog: Catalog, object: ObjectInfo, text: string, first = 10): Operation {
  return {
    query: `query ${object.name}Lookup($filter: ${inputType(catalog, object, "Filter")}, $first: Int) { list: ${object.pluralName}(filter: $filter, first: $first) { nodes { id name } } }`,
    variables: given({ filter: text === "" ? null : { name: { containsCi: text } }, first }),
  };
}

/** Records of several objects whose name holds the text, each object's under its name, in one request. */
export function lookupAnyDocument(
  catalog: Catalog,
  objects: readonly ObjectInfo[],
  text: string,
  first: number,
): Operation {
  const named = text !== "";
  const declared = objects.map((object) => `, $${object.name}: ${inputType(catalog, object, "Filter")}`);
  const parts = objects.map(
    (object) =>
      `${object.name}: ${object.pluralName}(${named ? `filter: $${object.name}, ` : ""}first: $first) { nodes { id name } }`,
  );
  return {
    query: `query Lookup($first: Int${named ? declared.join("") : ""}) { ${parts.join(" ")} }`,
    variables: {
      first,
      ...(named ? Object.fromEntries(objects.map((object) => [object.name, { name: { containsCi: text } }])) : {}),
    },
  };
}

/** The records touched last, per object, in one request. */
export function recentDocument(objects: readonly ObjectInfo[], first: number): Operation {
  const parts = objects.map(
    (object) =>
      `${object.name}: ${object.pluralName}(orderBy: [{updatedAt: DESC}], first: ${first}) { nodes { id name updatedAt } }`,
  );
  return { query: `query Recent { ${parts.join(" ")} }` };
}

export function createDocument(catalog: Catalog, object: ObjectInfo, data: RecordInput): Operation {
  return {
    query: `mutation Create${object.name}($data: ${inputType(catalog, object, "CreateInput")}!) { record: create${object.name}(data: $data) { id name version } }`,
    variables: { data },
  };
}

/** Refused when the record has moved on from the version given; answers with the fields named. */
export function updateDocument(
  catalog: Catalog,
  object: ObjectInfo,
  id: RecordId,
  data: RecordInput,
  ifVersion: number | null,
  answered: readonly FieldInfo[] = [],
): Operation {
  return {
    query: `mutation Update${object.name}($id: ID!, $data: ${inputType(catalog, object, "UpdateInput")}!, $ifVersion: Int) { record: update${object.name}(id: $id, data: $data, ifVersion: $ifVersion) { ${selections(answered)} version } }`,
    variables: given({ id, data, ifVersion }),
  };
}

/** The other side of another object's many-to-many field, as if it were a field of this object. */
export function inverseLinks(catalog: Catalog, object: ObjectInfo, name: string): FieldInfo | undefined {
  const relation = object.relations.find((candidate) => candidate.name === name && candidate.manyToMany);
  const owner = relation === undefined ? undefined : objectNamed(catalog, relation.target);
  const field = owner?.fields.find((candidate) => candidate.name === relation?.field && candidate.inverseName === name);
  if (relation === undefined || field === undefined) return undefined;
  return { ...field, name, label: relation.label, target: relation.target };
}

/** Whether a many-to-many list is a field of the object itself, and not the other side of another object's field. */
export function ownsLinks(object: ObjectInfo, relation: RelationInfo): boolean {
  return relation.name === relation.field && object.fields.some((field) => field.name === relation.field);
}

/**
 * Links records to a record, or takes the links away. Links are written where the field is: on the record itself, or on
 * each of the others, in one operation and so in one transaction.
 */
export function linkDocument(
  catalog: Catalog,
  object: ObjectInfo,
  id: RecordId,
  relation: RelationInfo,
  target: ObjectInfo,
  change: "connect" | "disconnect",
  others: readonly RecordId[],
): Operation {
  if (ownsLinks(object, relation)) {
    return updateDocument(
      catalog,
      object,
      id,
      { [relation.field]: { [change]: others.map((other) => ({ id: other })) } },
      null,
    );
  }
  const names = others.map((_, position) => `id${position}`);
  const parts = names.map((name) => `${name}: update${target.name}(id: $${name}, data: $data) { id }`);
  return {
    query: `mutation Link${target.name}($data: ${inputType(catalog, target, "UpdateInput")}!, ${names.map((name) => `$${name}: ID!`).join(", ")}) { ${parts.join(" ")} }`,
    variables: {
      data: { [relation.field]: { [change]: [{ id }] } },
      ...Object.fromEntries(names.map((name, position) => [name, others[position]])),
    },
  };
}

export function removalDocument(object: ObjectInfo, kind: "delete" | "restore", id: RecordId): Operation {
  return {
    query: `mutation ${kind}${object.name}($id: ID!) { record: ${kind}${object.name}(id: $id) { id } }`,
    variables: { id },
  };
}

/** Lets a rule run for records, for all of them or for none. */
export function runRuleDocument(object: ObjectInfo, rule: string, ids: readonly RecordId[]): Operation {
  const root = `run${object.name}Rule`;
  return {
    query: `mutation Run${object.name}Rule($rule: String!, $ids: [ID!]!) { ran: ${root}(rule: $rule, ids: $ids) { id } }`,
    variables: { rule, ids },
  };
}

/** A deleted record, with who deleted it and when. */
export interface BinRow extends RecordData {
  readonly name: string | null;
  readonly deletedAt: string;
  readonly updatedBy: Reference | null;
}

/** A page of an object's deleted records, those deleted last first. */
export function binDocument(object: ObjectInfo, after: string | null): Operation {
  return {
    query: `query ${object.name}Bin($first: Int, $after: String) { list: ${object.pluralName}(deleted: true, orderBy: [{deletedAt: DESC}], first: $first, after: $after) { cappedCount(max: ${COUNT_CAP}) pageInfo { hasNextPage endCursor } nodes { id name deletedAt updatedBy { id name } } } }`,
    variables: given({ first: PAGE_SIZE, after }),
  };
}

/** Takes deleted records out of the bin, back or for ever, all of them or none. */
export function binChangeDocument(
  catalog: Catalog,
  object: ObjectInfo,
  change: "restore" | "destroy",
  ids: readonly RecordId[],
): Operation {
  const many = object.pluralName.charAt(0).toUpperCase() + object.pluralName.slice(1);
  return {
    query: `mutation ${change}${many}($filter: ${inputType(catalog, object, "Filter")}!) { done: ${change}${many}(filter: $filter) { count } }`,
    variables: { filter: { id: { in: ids } } },
  };
}

/** The caller and the tenant as the data API sees them. */
export interface Me {
  readonly user: { readonly id: RecordId; readonly name: string | null } | null;
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
