import {
  type Catalog,
  type FieldInfo,
  type FilterInput,
  fieldNamed,
  inverseLinks,
  isToOne,
  lookupBeside,
  type ObjectInfo,
  objectNamed,
  targetObjectField,
} from "@/api";
import { t } from "@/i18n";
import { arityOf, type Operator, operatorsOf } from "./operators";

/** One chip above a list: a field, or a field of the record it points to, compared with values. */
export interface Condition {
  readonly path: readonly [string] | readonly [string, string];
  readonly operator: Operator;
  readonly values: readonly string[];
}

/** A condition with its fields found in the catalog. */
export interface BoundCondition extends Condition {
  readonly field: FieldInfo;
  readonly through: FieldInfo | null;
}

/** How a condition stands in the address of a list, e.g. `industry:in:Retail,Finance`. */
export function writeCondition({ path, operator, values }: Condition): string {
  return [path.join("."), operator, values.map(encodeURIComponent).join(",")].join(":");
}

export function readCondition(text: string): Condition | null {
  const [place = "", operator = "", ...rest] = text.split(":");
  const path = place.split(".");
  if (path.length > 2 || path.some((name) => !/^\w+$/.test(name))) return null;
  const list = rest.join(":");
  return {
    path: path as unknown as Condition["path"],
    operator: operator as Operator,
    values: list === "" ? [] : list.split(",").map(decoded),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Finds the fields; null when the catalog has them no more or the operator is none of theirs. */
export function bindCondition(catalog: Catalog, object: ObjectInfo, condition: Condition): BoundCondition | null {
  const [first, second] = condition.path;
  const own = conditionField(catalog, object, first);
  if (own === undefined) return null;
  if (second === undefined) return boundTo(condition, own, null);
  const target = isToOne(own) && own.target !== null ? objectNamed(catalog, own.target) : undefined;
  const field = target === undefined ? undefined : fieldNamed(target, second);
  return field === undefined ? null : boundTo(condition, field, own);
}

/** The field of that name, be it the object's own, beside one of its own, or the other side of another object's. */
export function conditionField(catalog: Catalog, object: ObjectInfo, name: string): FieldInfo | undefined {
  const lookup = lookupBeside(object, name);
  return (
    fieldNamed(object, name) ??
    (lookup === undefined
      ? inverseLinks(catalog, object, name)
      : { ...targetObjectField(catalog, lookup), label: t.list.objectOf(lookup.label) })
  );
}

function boundTo(condition: Condition, field: FieldInfo, through: FieldInfo | null): BoundCondition | null {
  return operatorsOf(field).includes(condition.operator) ? { ...condition, field, through } : null;
}

export function isComplete({ operator, values }: Condition): boolean {
  const filled = values.filter((value) => value !== "");
  switch (arityOf(operator)) {
    case "none":
      return true;
    case "one":
      return filled.length === 1;
    case "two":
      return filled.length === 2;
    case "many":
      return filled.length > 0;
  }
}

function comparison({ operator, values, field }: BoundCondition): FilterInput {
  const [first = "", second = ""] = values;
  const isPlainText = ["text", "longText", "email", "phone", "url", "autoNumber"].includes(field.type);
  switch (operator) {
    case "contains":
      return { containsCi: first };
    case "is":
      return isPlainText ? { eqCi: first } : { eq: first };
    case "isNot":
      return { ne: first };
    case "starts":
      return { startsWithCi: first };
    case "ends":
      return { endsWithCi: first };
    case "gt":
    case "gte":
    case "lt":
    case "lte":
      return { [operator]: first };
    case "between":
      return { between: [first, second] };
    case "relative":
      return { relative: first };
    case "in":
    case "notIn":
      return { [operator]: values };
    case "hasAny":
      return field.type === "manyToMany" ? { some: { id: { in: values } } } : { hasAny: values };
    case "yes":
      return { eq: true };
    case "no":
      return { ne: true };
    case "empty":
      return { isNull: true };
    case "notEmpty":
      return { isNull: false };
  }
}

/** A condition as the API's filter. */
export function filterOf(condition: BoundCondition): FilterInput {
  const { field, through } = condition;
  const name = isToOne(field) ? `${field.name}Id` : field.name;
  const own = { [name]: comparison(condition) };
  return through === null ? own : { [through.name]: own };
}

/** All conditions together; null when there are none. */
export function filterOfAll(conditions: readonly BoundCondition[]): FilterInput | null {
  const parts = conditions.map(filterOf);
  const [only] = parts;
  if (only === undefined) return null;
  return parts.length === 1 ? only : { and: parts };
}
