import { type Catalog, type FieldInfo, type ObjectInfo, objectNamed, type RelatedList } from "@/api";

const RELATED_ROWS = 5;
const RELATED_COLUMNS = 3;
const TECHNICAL: readonly string[] = ["id", "version", "deletedAt"];

/** The fields that a record page asks for. */
export function pageFields(object: ObjectInfo): readonly FieldInfo[] {
  return object.fields.filter((field) => !TECHNICAL.includes(field.name));
}

/** The fields that stand among the details; the name stands above, the platform's own below. */
export function detailFields(object: ObjectInfo): readonly FieldInfo[] {
  return pageFields(object).filter(
    (field) => !field.deprecated && field.type !== "manyToMany" && (!field.isSystem || field.name === "owner"),
  );
}

export function systemFieldsOf(object: ObjectInfo): readonly FieldInfo[] {
  return pageFields(object).filter((field) => field.isSystem && field.name !== "owner" && field.name !== "name");
}

/** The related lists, each with its name and the few columns that say most. */
export function relatedLists(catalog: Catalog, object: ObjectInfo): readonly RelatedList[] {
  return object.relations.flatMap((relation) => {
    const target = objectNamed(catalog, relation.target);
    if (target === undefined) return [];
    const fields = target.fields
      .filter(
        (field) =>
          !field.isSystem &&
          !field.deprecated &&
          !field.externalId &&
          field.name !== relation.field &&
          field.type !== "longText" &&
          field.type !== "manyToMany" &&
          field.type !== "multiPicklist",
      )
      .slice(0, RELATED_COLUMNS);
    return [{ relation, fields, first: RELATED_ROWS }];
  });
}
