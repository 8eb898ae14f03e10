import Big from "big.js";
import { Arguments } from "./arguments";
import { FUNCTIONS } from "./functions";
import { parsedMoment } from "./moments";
import { exact, fitted, kept, quotient, remainder } from "./numbers";
import type { ArithmeticOperator, Comparison, ExpressionKind, ExpressionTree } from "./tree";
import { areEqual, compare, type Value } from "./values";

export const IS_NEW = "isNew()";

/** What an expression is evaluated for. */
export interface Subject {
  /** The value of a stored field; null where it or something on the way to it is missing. */
  readonly value: (path: readonly string[], name: string) => Value;
  /** The same before the change that is under way. */
  readonly prior: (path: readonly string[], name: string) => Value;
  /** Whether there is a record behind these references. */
  readonly isThere: (path: readonly string[]) => boolean;
  readonly isNew: boolean;
  /** The id of whoever writes. */
  readonly user: string | null;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** The value of an expression, to the same digits as on the server; null where it is missing, which no boolean is. */
export function evaluate(tree: ExpressionTree, subject: Subject): Value {
  const of = (part: ExpressionTree): Value => evaluate(part, subject);
  const isTrue = (part: ExpressionTree): boolean => of(part) === true;
  switch (tree.is) {
    case "constant":
      return typeof tree.value === "boolean" ? tree.value : constant(tree.kind, tree.value);
    case "missing":
      return null;
    case "user":
      return subject.user;
    case "field": {
      const found = (tree.isPrior === true ? subject.prior : subject.value)(tree.path, tree.name);
      return tree.kind === "BOOLEAN" ? found === true : found;
    }
    case "formula":
      return formula(tree, subject);
    case "arithmetic":
      return arithmetic(tree.operator, of(tree.left), of(tree.right));
    case "negated": {
      const number = of(tree.operand);
      return number instanceof Big ? number.times(-1) : null;
    }
    case "joined":
      return String(of(tree.left) ?? "") + String(of(tree.right) ?? "");
    case "equal":
      return areEqual(of(tree.left), of(tree.right));
    case "ordered":
      return isOrdered(tree.comparison, tree.kind, of(tree.left), of(tree.right));
    case "oneOf": {
      const value = of(tree.value);
      return tree.elements.some((element) => areEqual(value, of(element)));
    }
    case "and":
      return isTrue(tree.left) && isTrue(tree.right);
    case "or":
      return isTrue(tree.left) || isTrue(tree.right);
    case "not":
      return !isTrue(tree.operand);
    case "choice":
      return of(isTrue(tree.condition) ? tree.then : tree.otherwise);
    case "otherwise":
      return of(tree.left) ?? of(tree.right);
    case "call":
      return call(tree, subject);
  }
}

/** Whether a condition holds. */
export function holds(condition: ExpressionTree, subject: Subject): boolean {
  return evaluate(condition, subject) === true;
}

function constant(kind: ExpressionKind, value: string): Value {
  if (kind === "NUMBER") return exact(value);
  return kind === "DATE_TIME" ? parsedMoment(value) : value;
}

/** Where there is no record, none of its formulas gives anything. */
function formula(tree: Extract<ExpressionTree, { is: "formula" }>, subject: Subject): Value {
  const isThere = tree.path.length === 0 || subject.isThere(tree.path);
  const value = isThere ? evaluate(tree.expression, subject) : null;
  if (tree.kind === "BOOLEAN") return value === true;
  if (value instanceof Big) return fitted(value, tree.decimals, tree.wholeDigits);
  return value === "" ? null : value;
}

function arithmetic(operator: ArithmeticOperator, left: Value, right: Value): Value {
  if (!(left instanceof Big) || !(right instanceof Big)) return null;
  switch (operator) {
    case "ADD":
      return left.plus(right);
    case "SUBTRACT":
      return left.minus(right);
    case "MULTIPLY":
      return kept(left.times(right));
    case "DIVIDE":
      return quotient(left, right);
    case "REMAINDER":
      return remainder(left, right);
  }
}

function isOrdered(comparison: Comparison, kind: ExpressionKind, left: Value, right: Value): boolean {
  if (left === null || right === null) return false;
  const order = compare(kind, left, right);
  switch (comparison) {
    case "LESS":
      return order < 0;
    case "LESS_OR_EQUAL":
      return order <= 0;
    case "GREATER":
      return order > 0;
    case "GREATER_OR_EQUAL":
      return order >= 0;
  }
}

function call(tree: Extract<ExpressionTree, { is: "call" }>, subject: Subject): Value {
  if (tree.function === IS_NEW) return subject.isNew;
  const body = FUNCTIONS[tree.function];
  if (body === undefined) throw new Error(`No function ${tree.function}`);
  const all = tree.arguments.map((one) => evaluate(one, subject));
  const isMissing = tree.nulls === "PASS" && all.includes(null);
  const result = isMissing ? null : body(new Arguments(all, subject.now));
  return tree.kind === "BOOLEAN" ? result === true : result;
}
