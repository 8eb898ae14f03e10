import { dateOf, parsedDate, startOf } from "./dates";

/** Moments of the years 1 to 9999 in milliseconds since 1970; what leads beyond is missing. */
const FORM = /^([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?:\.([0-9]{3}))?)?Z$/;
const FIRST = startOf("0001-01-01");
const END = startOf("9999-12-31") + 86_400_000;
const MAX_HOURS = 100_000_000;

export const HOUR = 3_600_000;
export const MINUTE = 60_000;
export const SECOND = 1_000;

export function parsedMoment(text: string): number | null {
  const found = FORM.exec(text);
  const date = found === null ? null : parsedDate(text.slice(0, 10));
  if (found === null || date === null) return null;
  const [hours, minutes, seconds, millis] = found.slice(2, 6).map((digits) => Number(digits ?? 0));
  return startOf(date) + (hours ?? 0) * HOUR + (minutes ?? 0) * MINUTE + (seconds ?? 0) * SECOND + (millis ?? 0);
}

export function momentText(moment: number): string {
  return new Date(moment).toISOString();
}

function inRange(moment: number): number | null {
  return moment < FIRST || moment >= END ? null : moment;
}

export function plusHours(moment: number, hours: number): number | null {
  return Math.abs(hours) > MAX_HOURS ? null : inRange(moment + hours * HOUR);
}

export function plusMinutes(moment: number, minutes: number): number | null {
  return inRange(moment + minutes * MINUTE);
}

/** How often a unit fits between two moments. */
export function between(from: number, to: number, unit: number): number {
  return Math.trunc((to - from) / unit);
}

const CLOCKS = new Map<string, Intl.DateTimeFormat>();

/** What a clock and a calendar in a zone show. */
function shown(moment: number, zone: string): Readonly<Record<string, string>> {
  const clock =
    CLOCKS.get(zone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      hourCycle: "h23",
    });
  CLOCKS.set(zone, clock);
  return Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
}

export function dateIn(moment: number, zone: string): string | null {
  const { era, year, month, day } = shown(moment, zone);
  return era === "AD" ? dateOf(Number(year), Number(month), Number(day)) : null;
}

export function hourIn(moment: number, zone: string): number {
  return Number(shown(moment, zone).hour);
}
