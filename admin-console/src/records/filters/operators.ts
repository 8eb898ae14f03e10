import type { FieldInfo, FieldTypeName } from "@/api";
import { t } from "@/i18n";

/** How a condition compares; the name is what stands in the address of a list. */
export type Operator =
  | "contains"
  | "is"
  | "isNot"
  | "starts"
  | "ends"
  | "gt"
  | "gte"
  | "lt"
  | "lte"
  | "between"
  | "relative"
  | "in"
  | "notIn"
  | "hasAny"
  | "yes"
  | "no"
  | "empty"
  | "notEmpty";

/** How many values an operator takes. */
export type Arity = "none" | "one" | "two" | "many";

const TEXT: readonly Operator[] = ["contains", "is", "starts", "ends", "empty", "notEmpty"];
const AMOUNT: readonly Operator[] = ["is", "isNot", "gt", "gte", "lt", "lte", "between", "empty", "notEmpty"];
const DATE: readonly Operator[] = ["relative", "is", "lt", "lte", "gt", "gte", "between", "empty", "notEmpty"];
const MOMENT: readonly Operator[] = ["relative", "lt", "gte", "between", "empty", "notEmpty"];
const REFERENCE: readonly Operator[] = ["in", "notIn", "empty", "notEmpty"];

const OPERATORS: { readonly [T in FieldTypeName]: readonly Operator[] } = {
  id: [],
  text: TEXT,
  longText: TEXT,
  email: TEXT,
  phone: TEXT,
  url: TEXT,
  autoNumber: TEXT,
  number: AMOUNT,
  currency: AMOUNT,
  percent: AMOUNT,
  date: DATE,
  dateTime: MOMENT,
  boolean: ["yes", "no"],
  picklist: ["in", "notIn", "empty", "notEmpty"],
  multiPicklist: ["hasAny", "empty", "notEmpty"],
  lookup: REFERENCE,
  masterDetail: REFERENCE,
  manyToMany: ["hasAny"],
};

export function operatorsOf(field: FieldInfo): readonly Operator[] {
  return OPERATORS[field.type];
}

export function arityOf(operator: Operator): Arity {
  switch (operator) {
    case "yes":
    case "no":
    case "empty":
    case "notEmpty":
      return "none";
    case "between":
      return "two";
    case "in":
    case "notIn":
    case "hasAny":
      return "many";
    case "contains":
    case "is":
    case "isNot":
    case "starts":
    case "ends":
    case "gt":
    case "gte":
    case "lt":
    case "lte":
    case "relative":
      return "one";
  }
}

/** What people read for an operator on a field. */
export function operatorLabel(operator: Operator, field: FieldInfo): string {
  const isTime = field.type === "date" || field.type === "dateTime";
  switch (operator) {
    case "contains":
      return t.operators.containsCi;
    case "is":
      return t.operators.eq;
    case "isNot":
      return t.operators.ne;
    case "starts":
      return t.operators.startsWithCi;
    case "ends":
      return t.operators.endsWithCi;
    case "gt":
      return isTime ? t.operators.after : t.operators.gt;
    case "gte":
      return isTime ? t.operators.onOrAfter : t.operators.gte;
    case "lt":
      return isTime ? t.operators.before : t.operators.lt;
    case "lte":
      return isTime ? t.operators.onOrBefore : t.operators.lte;
    case "between":
      return t.operators.between;
    case "relative":
      return t.operators.relative;
    case "in":
      return t.operators.in;
    case "notIn":
      return t.operators.notIn;
    case "hasAny":
      return t.operators.hasAny;
    case "yes":
      return t.operators.isTrue;
    case "no":
      return t.operators.isFalse;
    case "empty":
      return t.operators.isEmpty;
    case "notEmpty":
      return t.operators.isNotEmpty;
  }
}

/** Periods that a date can lie in, by the API's names. */
export const PERIODS = [
  "TODAY",
  "YESTERDAY",
  "TOMORROW",
  "THIS_WEEK",
  "LAST_WEEK",
  "NEXT_WEEK",
  "THIS_MONTH",
  "LAST_MONTH",
  "NEXT_MONTH",
  "THIS_QUARTER",
  "LAST_QUARTER",
  "NEXT_QUARTER",
  "THIS_YEAR",
  "LAST_YEAR",
  "LAST_7_DAYS",
  "LAST_30_DAYS",
  "LAST_90_DAYS",
  "NEXT_7_DAYS",
  "NEXT_30_DAYS",
] as const;

export function periodLabel(period: string): string {
  return t.periods[period] ?? period;
}
