import Big from "big.js";
import type { ExpressionKind } from "./tree";

/**
 * A value: a text, an exact number, yes or no, a day as `2026-11-22`, a moment in milliseconds, the id of a record, or
 * choices. Null where it is missing, which a boolean never is.
 */
export type Value = string | Big | boolean | number | readonly string[] | null;

/** Whether both are the same; missing equals missing. */
export function areEqual(one: Value, other: Value): boolean {
  if (one instanceof Big && other instanceof Big) return one.eq(other);
  return one === other;
}

/** How two values of a kind that has an order lie to each other: below, at or above 0. */
export function compare(kind: ExpressionKind, one: Value, other: Value): number {
  if (one instanceof Big && other instanceof Big) return one.cmp(other);
  if (typeof one === "number" && typeof other === "number") return one - other;
  const [left, right] = [String(one), String(other)];
  return kind === "TEXT" ? byCodePoint(left, right) : left < right ? -1 : left > right ? 1 : 0;
}

/** UTF-16 sorts the characters beyond 65,535 before some that come earlier. */
function byCodePoint(one: string, other: string): number {
  const [left, right] = [[...one], [...other]];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const order = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
