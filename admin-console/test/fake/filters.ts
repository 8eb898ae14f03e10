import { refuse, type Values } from "./refusal.ts";

function compare(left: unknown, right: unknown): number {
  if (typeof left === "number" || /^-?\d+(\.\d+)?$/.test(String(left))) return Number(left) - Number(right);
  return String(left).localeCompare(String(right));
}

/** Orders rows as a list was asked to. */
export function comparator(order: Values): (left: Values, right: Values) => number {
  const [name, way] = Object.entries(order)[0] ?? ["name", "ASC"];
  const isNested = typeof way === "object";
  const direction = isNested ? String(Object.values(way as Values)[0]) : String(way);
  const read = (row: Values) => (isNested ? (row[name] as Values | null)?.name : row[name]) ?? null;
  return (left, right) => {
    const [one, other] = [read(left), read(right)];
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
    return direction.startsWith("DESC") ? compare(other, one) : compare(one, other);
  };
}

/** Whether a row passes a filter of the data API. */
export function matches(row: Values, filter: Values): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    if (name === "and") return (condition as Values[]).every((part) => matches(row, part));
    if (name === "or") return (condition as Values[]).some((part) => matches(row, part));
    const value = name.endsWith("Id") && !(name in row) ? (row[name.slice(0, -2)] as Values | null)?.id : row[name];
    if (value !== null && typeof value === "object" && !Array.isArray(value)) {
      return matches(value as Values, condition as Values);
    }
    return Object.entries(condition as Values).every(([operator, wanted]) => holds(value ?? null, operator, wanted));
  });
}

function holds(value: unknown, operator: string, wanted: unknown): boolean {
  if (operator === "isNull") return (value === null) === wanted;
  if (operator === "ne") return value !== wanted;
  if (operator === "notIn") return !(wanted as unknown[]).includes(value);
  if (value === null) return false;
  if (operator === "some") return (value as Values[]).some((part) => matches(part, wanted as Values));
  const text = String(value).toLowerCase();
  const wantedText = String(wanted).toLowerCase();
  switch (operator) {
    case "eq":
      return compare(value, wanted) === 0;
    case "eqCi":
      return text === wantedText;
    case "containsCi":
      return text.includes(wantedText);
    case "startsWithCi":
      return text.startsWith(wantedText);
    case "endsWithCi":
      return text.endsWith(wantedText);
    case "in":
      return (wanted as unknown[]).includes(value);
    case "gt":
      return compare(value, wanted) > 0;
    case "gte":
      return compare(value, wanted) >= 0;
    case "lt":
      return compare(value, wanted) < 0;
    case "lte":
      return compare(value, wanted) <= 0;
    default:
      return refuse("INVALID", "UNKNOWN_OPERATOR", operator);
  }
}
