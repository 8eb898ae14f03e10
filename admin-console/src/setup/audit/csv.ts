import type { AuditEntry } from "@/api";

const COLUMNS = ["at", "kind", "actor", "actorName", "origin", "subject", "detail", "position"];

/** Programs for tables take a cell that begins like this for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** The entries as a table of texts (RFC 4180). */
export function toCsv(entries: readonly AuditEntry[]): string {
  const rows = entries.map(({ at, kind, actor, origin, subject, detail, position }) =>
    [at, kind, actor?.id ?? null, actor?.name ?? null, origin, subject, detail, position].map(cell).join(","),
  );
  return `${[COLUMNS.join(","), ...rows].join("\r\n")}\r\n`;
}
