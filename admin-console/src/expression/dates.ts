/** Days of the years 1 to 9999 as texts like `2026-11-22`; whatever leads beyond is missing. */
const FORM = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const DAY = 86_400_000;
const MAX_DAYS = 4_000_000;
const MAX_MONTHS = 120_000;
const MAX_WORKDAYS = 2_000_000;
const WORKDAYS = 5;
const WEEKDAYS = 7;

export interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function partsOf(date: string): Parts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

/** Days since 1970. */
function epochDay({ year, month, day }: Parts): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY;
}

const FIRST = epochDay({ year: 1, month: 1, day: 1 });
const LAST = epochDay({ year: 9999, month: 12, day: 31 });

function kept(day: number): string | null {
  return day < FIRST || day > LAST ? null : new Date(day * DAY).toISOString().slice(0, 10);
}

function dayOf(date: string): number {
  return epochDay(partsOf(date));
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

export function daysInMonth(year: number, month: number): number {
  return new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate();
}

export function isLeapYear(year: number): boolean {
  return daysInMonth(year, 2) === 29;
}

export function dateOf(year: number, month: number, day: number): string | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

export function parsedDate(text: string): string | null {
  if (!FORM.test(text)) return null;
  const { year, month, day } = partsOf(text);
  return dateOf(year, month, day);
}

export function plusDays(date: string, days: number): string | null {
  return Math.abs(days) > MAX_DAYS ? null : kept(dayOf(date) + days);
}

/** On the same day of the month, or on its last. */
export function plusMonths(date: string, months: number): string | null {
  if (Math.abs(months) > MAX_MONTHS) return null;
  const { year, month, day } = partsOf(date);
  const total = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  if (toYear < 1 || toYear > 9999) return null;
  return dateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

export function plusYears(date: string, years: number): string | null {
  return Math.abs(years) > MAX_MONTHS / 12 ? null : plusMonths(date, years * 12);
}

/** Monday is 1, Sunday 7. */
export function weekday(date: string): number {
  return ((((dayOf(date) + 3) % WEEKDAYS) + WEEKDAYS) % WEEKDAYS) + 1;
}

/** A day of the weekend counts as the working day that was, or going back, that will be. */
export function plusWorkdays(date: string, days: number): string | null {
  if (Math.abs(days) > MAX_WORKDAYS) return null;
  const at = weekday(date);
  const day = dayOf(date);
  if (days > 0) {
    const start = Math.min(at, WORKDAYS);
    const rest = days % WORKDAYS;
    const total = WEEKDAYS * Math.trunc(days / WORKDAYS) + rest + (start + rest > WORKDAYS ? 2 : 0);
    return kept(day - (at - start) + total);
  }
  if (days < 0) {
    const shift = at > WORKDAYS ? WEEKDAYS + 1 - at : 0;
    const start = at > WORKDAYS ? 1 : at;
    const rest = -days % WORKDAYS;
    const total = WEEKDAYS * Math.trunc(-days / WORKDAYS) + rest + (start - rest < 1 ? 2 : 0);
    return kept(day + shift - total);
  }
  return date;
}

export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from);
}

/** Since the first day of the year 1, which was a Monday. */
function workdays(date: string): number {
  const days = dayOf(date) - FIRST;
  return Math.trunc(days / WEEKDAYS) * WORKDAYS + Math.min(days % WEEKDAYS, WORKDAYS);
}

/** Days from Monday to Friday, the first day included and the last one not. */
export function workdaysBetween(from: string, to: string): number {
  return workdays(to) - workdays(from);
}

export function monthsBetween(from: string, to: string): number {
  const place = ({ year, month, day }: Parts) => (year * 12 + month - 1) * 32 + day;
  return Math.trunc((place(partsOf(to)) - place(partsOf(from))) / 32);
}

export function dayOfYear(date: string): number {
  return dayOf(date) - epochDay({ year: partsOf(date).year, month: 1, day: 1 }) + 1;
}

/** The week of ISO 8601: that of its Thursday. */
export function week(date: string): number {
  const thursday = new Date((dayOf(date) + 4 - weekday(date)) * DAY);
  const firstDay = epochDay({ year: thursday.getUTCFullYear(), month: 1, day: 1 });
  return Math.floor((thursday.getTime() / DAY - firstDay) / WEEKDAYS) + 1;
}

export function startOfWeek(date: string): string | null {
  return kept(dayOf(date) + 1 - weekday(date));
}

/** The first moment of a day in UTC. */
export function startOf(date: string): number {
  return dayOf(date) * DAY;
}
