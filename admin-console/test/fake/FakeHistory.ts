import type { FieldChange, FieldInfo, HistoryEntry, HistoryKind, ObjectInfo, RecordId } from "@/api";
import type { Values } from "./refusal.ts";

/** What was done to the records of the stand-in. */
export class FakeHistory {
  private readonly entries = new Map<string, HistoryEntry[]>();

  tell(kind: HistoryKind, of: ObjectInfo, before: Values | null, row: Values, at: string, by: Values | null): void {
    const known = this.entries.get(String(row.id)) ?? [];
    const entry: HistoryEntry = {
      version: known.length + 1,
      at,
      kind,
      origin: "CONSOLE",
      by: by === null ? null : { id: by.id as RecordId, name: String(by.name) },
      changes: changesOf(of, before, row),
    };
    this.entries.set(String(row.id), [entry, ...known]);
  }

  /** Puts an entry on top of what is there. */
  add(id: string, entry: Omit<HistoryEntry, "version">): void {
    const known = this.entries.get(id) ?? [];
    this.entries.set(id, [{ ...entry, version: known.length + 1 }, ...known]);
  }

  page(id: string, { first, after }: Values): Values {
    const all = this.entries.get(id) ?? [];
    const rest = typeof after === "string" ? all.filter(({ version }) => version < Number(after)) : all;
    const nodes = rest.slice(0, typeof first === "number" ? first : 50);
    const last = nodes.at(-1)?.version;
    return {
      nodes,
      pageInfo: { hasNextPage: nodes.length < rest.length, endCursor: last === undefined ? null : String(last) },
    };
  }
}

function changesOf(of: ObjectInfo, before: Values | null, after: Values): FieldChange[] {
  return of.fields
    .filter((field) => (!field.isSystem || field.name === "name") && field.type !== "manyToMany")
    .map((field) => ({
      field: field.name,
      label: field.label,
      before: before === null ? null : plain(field, before[field.name]),
      after: plain(field, after[field.name]),
    }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** Numbers as text, of a reference the id. */
function plain(field: FieldInfo, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (field.target !== null || field.targets !== null) return (value as Values).id;
  return typeof value === "number" ? String(value) : value;
}
