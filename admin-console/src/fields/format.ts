/** The locale of the person, as the browser knows it. */
export function userLocale(): string {
  return navigator.languages?.[0] ?? navigator.language ?? "en";
}

/** Decimals travel as strings and are formatted as such, so that no digit is lost. */
function exact(value: string | number): number {
  return value as number;
}

export function formatNumber(value: string | number, decimals: number | null, locale = userLocale()): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: 0,
    maximumFractionDigits: decimals ?? 20,
  }).format(exact(value));
}

export function formatMoney(
  value: string | number,
  currency: string,
  decimals: number | null,
  locale = userLocale(),
): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    ...(decimals === null ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  }).format(exact(value));
}

/** 12.5 stands for 12.5 %. */
export function formatPercent(value: string | number, decimals: number | null, locale = userLocale()): string {
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: "percent",
    maximumFractionDigits: decimals ?? 20,
  }).format(exact(value));
}

/** A calendar day is the same day everywhere. */
export function formatDate(value: string, locale = userLocale()): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(`${value.slice(0, 10)}T00:00:00Z`),
  );
}

/** A moment, in the time zone of the browser. */
export function formatDateTime(value: string, locale = userLocale()): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(value));
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

export function relativeTime(value: string, now = Date.now(), locale = userLocale()): string {
  const seconds = Math.round((new Date(value).getTime() - now) / 1000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "narrow" });
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  return step === undefined ? format.format(0, "second") : format.format(Math.trunc(seconds / step[1]), step[0]);
}

/** `1,000+` once more were found than are counted. */
export function formatCappedCount(count: number, cap: number, locale = userLocale()): string {
  const format = new Intl.NumberFormat(locale);
  return count > cap ? `${format.format(cap)}+` : format.format(count);
}

export function formatCount(count: number, locale = userLocale()): string {
  return new Intl.NumberFormat(locale).format(count);
}

const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

export function formatBytes(bytes: number, locale = userLocale()): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), BYTE_UNITS.length - 1);
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: BYTE_UNITS[power] ?? "byte",
    unitDisplay: power === 0 ? "long" : "short",
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}

interface Separators {
  readonly group: string;
  readonly decimal: string;
}

function separators(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12_345_678.9);
  return {
    group: parts.find((part) => part.type === "group")?.value ?? ",",
    decimal: parts.find((part) => part.type === "decimal")?.value ?? ".",
  };
}

/**
 * Reads a number as people write it. A separator counts as grouping only where it groups by threes; otherwise a point is
 * always a point, whatever the locale. Null when it is no number.
 */
export function parseNumber(text: string, locale = userLocale()): string | null {
  const { group, decimal } = separators(locale);
  let plain = text.trim().replace(/[\s\u00a0\u202f'’]/g, "");
  const escaped = group.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const isGrouped = new RegExp(`^[-+−]?\\d{1,3}(${escaped}\\d{3})+(\\${decimal}\\d*)?$`).test(plain);
  if (isGrouped) plain = plain.replaceAll(group, "");
  plain = plain.replace(decimal, ".").replace("−", "-").replace(/^\+/, "");
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  return plain.replace(/^(-?)\./, "$10.").replace(/\.$/, "");
}

/** A decimal as people edit it: the locale's decimal separator, no grouping. */
export function editableNumber(value: string | number, locale = userLocale()): string {
  const plain = String(value);
  const trimmed = plain.includes(".") ? plain.replace(/\.?0+$/, "") : plain;
  return trimmed.replace(".", separators(locale).decimal);
}

export function decimalsOf(plain: string): number {
  return plain.split(".")[1]?.length ?? 0;
}

/** The form in which the browser edits a moment: local, to the minute. */
export function toLocalInput(value: string): string {
  const date = new Date(value);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** Back to UTC. */
export function fromLocalInput(value: string): string {
  return new Date(value).toISOString();
}
