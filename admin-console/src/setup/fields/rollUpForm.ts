import { type Catalog, type FieldInfo, type FieldTypeName, type ObjectInfo, objectNamed, type RollUp } from "@/api";

/** What a field sums up, as it is being said. */
export interface RollUpForm {
  /** The name of the list of the records that are summed up. */
  readonly list: string;
  readonly object: string;
  readonly through: string;
  readonly function: RollUp["function"];
  readonly of: string | null;
  readonly where: string;
}

const NUMBERS: readonly FieldTypeName[] = ["number", "currency", "percent"];

/** The functions whose results a field of a type can hold; none for most types. */
export function functionsOf(type: FieldTypeName): readonly RollUp["function"][] {
  if (type === "number") return ["count", "sum", "avg", "min", "max"];
  if (NUMBERS.includes(type)) return ["sum", "avg", "min", "max"];
  return type === "date" || type === "dateTime" ? ["min", "max"] : [];
}

/** The lists of records that an object's records can sum up. */
export function listsOf(object: ObjectInfo): ObjectInfo["relations"] {
  return object.relations.filter(({ manyToMany }) => !manyToMany);
}

/** The fields that can be summed up into a field of a type. */
export function summableFields(catalog: Catalog, form: RollUpForm, type: FieldTypeName): readonly FieldInfo[] {
  const kinds = NUMBERS.includes(type) ? NUMBERS : [type];
  return (objectNamed(catalog, form.object)?.fields ?? []).filter(
    (field) => kinds.includes(field.type) && field.rollUp === null && (!field.isSystem || field.name === "createdAt"),
  );
}

export function rollUpFormOf(object: ObjectInfo, list: string, type: FieldTypeName): RollUpForm | null {
  const relation = listsOf(object).find(({ name }) => name === list);
  const first = functionsOf(type)[0];
  return relation === undefined || first === undefined
    ? null
    : { list, object: relation.target, through: relation.field, function: first, of: null, where: "" };
}

export function rollUpOf(form: RollUpForm): RollUp {
  const where = form.where.trim();
  return {
    object: form.object,
    through: form.through,
    function: form.function,
    ...(form.function !== "count" && form.of !== null ? { of: form.of } : {}),
    ...(where === "" ? {} : { where }),
  };
}

export function formOfRollUp(rollUp: RollUp): RollUpForm {
  return { ...rollUp, list: "", of: rollUp.of ?? null, where: rollUp.where ?? "" };
}

/** Whether something is still to be said. */
export function isIncomplete(form: RollUpForm | null): boolean {
  return form !== null && form.function !== "count" && form.of === null;
}
