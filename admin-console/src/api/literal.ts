/** A name that stands in a document without quotes, such as `DESC_NULLS_LAST`. */
export class EnumValue {
  constructor(readonly name: string) {}
}

export type Literal =
  | string
  | number
  | boolean
  | null
  | EnumValue
  | readonly Literal[]
  | { readonly [name: string]: Literal | undefined };

/** Writes a value as it stands in a GraphQL document; left-out properties stay left out. */
export function literal(value: Literal): string {
  if (value === null) return "null";
  if (value instanceof EnumValue) return value.name;
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  const parts = Object.entries(value as Record<string, Literal | undefined>)
    .filter((entry): entry is [string, Literal] => entry[1] !== undefined)
    .map(([name, part]) => `${name}: ${literal(part)}`);
  return `{${parts.join(", ")}}`;
}

/** The arguments of a field, parentheses and all; nothing when there are none. */
export function argumentList(values: Readonly<Record<string, Literal | undefined>>): string {
  const inner = literal(values).slice(1, -1);
  return inner === "" ? "" : `(${inner})`;
}
