export interface DiffLine {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** The lines of two texts, side by side where they are the same (longest common subsequence). */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const old = before === "" ? [] : before.split("\n");
  const now = after === "" ? [] : after.split("\n");
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      const line = lengths[row];
      if (line === undefined) continue;
      line[column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: DiffLine[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length || column < now.length) {
    if (row < old.length && column < now.length && old[row] === now[column]) {
      lines.push({ kind: "same", text: old[row] ?? "" });
      row += 1;
      column += 1;
    } else if (column < now.length && (row === old.length || at(row, column + 1) > at(row + 1, column))) {
      lines.push({ kind: "new", text: now[column] ?? "" });
      column += 1;
    } else {
      lines.push({ kind: "gone", text: old[row] ?? "" });
      row += 1;
    }
  }
  return lines;
}

export interface PropertyDiff {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value, null, 1).replace(/\s*\n\s*/g, " ");
}

function properties(document: unknown): Readonly<Record<string, unknown>> {
  return document !== null && typeof document === "object" && !Array.isArray(document)
    ? (document as Record<string, unknown>)
    : {};
}

/** The properties of a component's document that are not as they were. */
export function propertyDiff(before: unknown, after: unknown): readonly PropertyDiff[] {
  const [old, now] = [properties(before), properties(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((name) => name !== "id" && name !== "storage")
    .map((name) => ({ name, before: shown(old[name]), after: shown(now[name]) }))
    .filter((property) => property.before !== property.after);
}
