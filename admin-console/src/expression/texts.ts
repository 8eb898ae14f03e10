/** Texts by code points, as the server counts them. */
const MAX_LENGTH = 1_000_000;
const MAX_PADDED = 100_000;
const SPACES = /^[ \t\r\n]+|[ \t\r\n]+$/g;

export function length(text: string): number {
  return [...text].length;
}

/** From one place to another, both counted from 0 and moved inside the text. */
export function part(text: string, from: number, to: number): string {
  const all = [...text];
  const start = Math.min(Math.max(from, 0), all.length);
  return all.slice(start, Math.min(Math.max(to, start), all.length)).join("");
}

export function trimmed(text: string): string {
  return text.replace(SPACES, "");
}

export function capitalized(text: string): string {
  return part(text, 0, 1).toUpperCase() + part(text, 1, Number.MAX_SAFE_INTEGER);
}

/** Counted from 1; 0 where it does not occur. */
export function find(text: string, wanted: string): number {
  const found = text.indexOf(wanted);
  return found < 0 ? 0 : length(text.slice(0, found)) + 1;
}

export function count(text: string, wanted: string): number {
  return wanted === "" ? 0 : text.split(wanted).length - 1;
}

export function replaced(text: string, wanted: string, by: string): string | null {
  if (wanted === "") return text;
  return length(text) + count(text, wanted) * length(by) > MAX_LENGTH ? null : text.split(wanted).join(by);
}

export function before(text: string, mark: string): string {
  const found = text.indexOf(mark);
  return found < 0 ? text : text.slice(0, found);
}

export function after(text: string, mark: string): string {
  const found = text.indexOf(mark);
  return found < 0 ? "" : text.slice(found + mark.length);
}

export function repeated(text: string, times: number): string | null {
  const count = Math.max(times, 0);
  return length(text) * count > MAX_LENGTH ? null : text.repeat(count);
}

/** What a text lacks to be so long; missing where that is too long. */
export function fill(text: string, wanted: number, filling: string): string | null {
  if (wanted > MAX_PADDED) return null;
  const lacking = wanted - length(text);
  if (lacking <= 0 || filling === "") return "";
  return part(filling.repeat(Math.trunc(lacking / length(filling)) + 1), 0, lacking);
}
