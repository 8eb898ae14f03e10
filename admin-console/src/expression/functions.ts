import Big from "big.js";
import type { Arguments } from "./arguments";
import * as dates from "./dates";
import * as moments from "./moments";
import * as numbers from "./numbers";
import * as texts from "./texts";
import type { ExpressionKind } from "./tree";
import { compare, type Value } from "./values";

export type FunctionBody = (a: Arguments) => Value;

const { exact } = numbers;
const UTC = "UTC";

const TEXTS: Readonly<Record<string, FunctionBody>> = {
  "length(text)": (a) => exact(texts.length(a.text(0))),
  "upper(text)": (a) => a.text(0).toUpperCase(),
  "lower(text)": (a) => a.text(0).toLowerCase(),
  "capitalize(text)": (a) => texts.capitalized(a.text(0)),
  "trim(text)": (a) => texts.trimmed(a.text(0)),
  "isBlank(text)": (a) => a.isMissing(0) || texts.trimmed(a.text(0)) === "",
  "left(text, number)": (a) => texts.part(a.text(0), 0, a.whole(1)),
  "right(text, number)": (a) => {
    const length = texts.length(a.text(0));
    return texts.part(a.text(0), length - Math.max(a.whole(1), 0), length);
  },
  "mid(text, number, number)": (a) => {
    const start = Math.max(a.whole(1), 1) - 1;
    return texts.part(a.text(0), start, start + Math.max(a.whole(2), 0));
  },
  "contains(text, text)": (a) => a.text(0).includes(a.text(1)),
  "startsWith(text, text)": (a) => a.text(0).startsWith(a.text(1)),
  "endsWith(text, text)": (a) => a.text(0).endsWith(a.text(1)),
  "equalsIgnoreCase(text, text)": (a) => a.text(0).toLowerCase() === a.text(1).toLowerCase(),
  "find(text, text)": (a) => exact(texts.find(a.text(0), a.text(1))),
  "countOf(text, text)": (a) => exact(texts.count(a.text(0), a.text(1))),
  "replace(text, text, text)": (a) => texts.replaced(a.text(0), a.text(1), a.text(2)),
  "before(text, text)": (a) => texts.before(a.text(0), a.text(1)),
  "after(text, text)": (a) => texts.after(a.text(0), a.text(1)),
  "repeat(text, number)": (a) => texts.repeated(a.text(0), a.whole(1)),
  "padLeft(text, number, text)": (a) => {
    const fill = texts.fill(a.text(0), a.whole(1), a.text(2));
    return fill === null ? null : fill + a.text(0);
  },
  "padRight(text, number, text)": (a) => {
    const fill = texts.fill(a.text(0), a.whole(1), a.text(2));
    return fill === null ? null : a.text(0) + fill;
  },
  "reverse(text)": (a) => [...a.text(0)].reverse().join(""),
  "join(text, text, …)": (a) =>
    a.all
      .slice(1)
      .filter((text) => text !== null && text !== "")
      .join(a.text(0)),
  "text(number)": (a) => numbers.numberText(a.number(0)),
  "text(date)": (a) => a.text(0),
  "text(dateTime)": (a) => moments.momentText(a.moment(0)),
  "text(boolean)": (a) => String(a.flag(0)),
  "text(reference)": (a) => a.text(0),
  "number(text)": (a) => (/^-?[0-9]{1,38}(\.[0-9]{1,20})?$/.test(a.text(0)) ? exact(a.text(0)) : null),
};

const NUMBERS: Readonly<Record<string, FunctionBody>> = {
  "abs(number)": (a) => a.number(0).abs(),
  "sign(number)": (a) => exact(a.number(0).cmp(0)),
  "round(number)": (a) => a.number(0).round(0, Big.roundHalfUp),
  "round(number, number)": (a) => numbers.rounded(a.number(0), a.number(1), Big.roundHalfUp),
  "roundUp(number, number)": (a) => numbers.rounded(a.number(0), a.number(1), Big.roundUp),
  "roundDown(number, number)": (a) => numbers.rounded(a.number(0), a.number(1), Big.roundDown),
  "floor(number)": (a) => numbers.floor(a.number(0)),
  "ceiling(number)": (a) => numbers.ceiling(a.number(0)),
  "truncate(number)": (a) => a.number(0).round(0, Big.roundDown),
  "power(number, number)": (a) => numbers.power(a.number(0), a.number(1)),
  "percentOf(number, number)": (a) => {
    const quotient = numbers.quotient(a.number(0), a.number(1));
    return quotient === null ? null : numbers.kept(quotient.times(100));
  },
  "clamp(number, number, number)": (a) => {
    const below = a.number(0).lt(a.number(2)) ? a.number(0) : a.number(2);
    return below.gt(a.number(1)) ? below : a.number(1);
  },
  "sum(number, …)": (a) => sum(a.numbers()),
  "average(number, …)": (a) => {
    const total = sum(a.numbers());
    return total === null ? null : numbers.quotient(total, exact(a.numbers().length));
  },
  "isEven(number)": (a) => a.number(0).mod(2).eq(0),
};

function sum(all: readonly Big[]): Big | null {
  return all.length === 0 ? null : all.reduce((total, one) => total.plus(one));
}

function part(of: (parts: dates.Parts) => number): FunctionBody {
  return (a) => exact(of(dates.partsOf(a.text(0))));
}

function day(of: (parts: dates.Parts) => string | null): FunctionBody {
  return (a) => of(dates.partsOf(a.text(0)));
}

const DATES: Readonly<Record<string, FunctionBody>> = {
  "today()": (a) => moments.dateIn(a.now, UTC),
  "today(text)": (a) => moments.dateIn(a.now, a.text(0)),
  "now()": (a) => a.now,
  "date(number, number, number)": (a) => dates.dateOf(a.whole(0), a.whole(1), a.whole(2)),
  "date(text)": (a) => dates.parsedDate(a.text(0)),
  "date(dateTime)": (a) => moments.dateIn(a.moment(0), UTC),
  "date(dateTime, text)": (a) => moments.dateIn(a.moment(0), a.text(1)),
  "dateTime(text)": (a) => moments.parsedMoment(a.text(0)),
  "dateTime(date)": (a) => dates.startOf(a.text(0)),
  "year(date)": part(({ year }) => year),
  "month(date)": part(({ month }) => month),
  "day(date)": part(({ day }) => day),
  "quarter(date)": part(({ month }) => Math.ceil(month / 3)),
  "week(date)": (a) => exact(dates.week(a.text(0))),
  "weekday(date)": (a) => exact(dates.weekday(a.text(0))),
  "dayOfYear(date)": (a) => exact(dates.dayOfYear(a.text(0))),
  "daysInMonth(date)": part(({ year, month }) => dates.daysInMonth(year, month)),
  "isLeapYear(date)": (a) => dates.isLeapYear(dates.partsOf(a.text(0)).year),
  "isWeekend(date)": (a) => dates.weekday(a.text(0)) > 5,
  "hour(dateTime)": (a) => exact(moments.hourIn(a.moment(0), UTC)),
  "hour(dateTime, text)": (a) => exact(moments.hourIn(a.moment(0), a.text(1))),
  "minute(dateTime)": (a) => exact(new Date(a.moment(0)).getUTCMinutes()),
  "addDays(date, number)": (a) => dates.plusDays(a.text(0), a.whole(1)),
  "addWorkdays(date, number)": (a) => dates.plusWorkdays(a.text(0), a.whole(1)),
  "addMonths(date, number)": (a) => dates.plusMonths(a.text(0), a.whole(1)),
  "addYears(date, number)": (a) => dates.plusYears(a.text(0), a.whole(1)),
  "startOfWeek(date)": (a) => dates.startOfWeek(a.text(0)),
  "startOfMonth(date)": day(({ year, month }) => dates.dateOf(year, month, 1)),
  "endOfMonth(date)": day(({ year, month }) => dates.dateOf(year, month, dates.daysInMonth(year, month))),
  "startOfQuarter(date)": day(({ year, month }) => dates.dateOf(year, Math.trunc((month - 1) / 3) * 3 + 1, 1)),
  "startOfYear(date)": day(({ year }) => dates.dateOf(year, 1, 1)),
  "endOfYear(date)": day(({ year }) => dates.dateOf(year, 12, 31)),
  "addHours(dateTime, number)": (a) => moments.plusHours(a.moment(0), a.whole(1)),
  "addMinutes(dateTime, number)": (a) => moments.plusMinutes(a.moment(0), a.whole(1)),
  "daysBetween(date, date)": (a) => exact(dates.daysBetween(a.text(0), a.text(1))),
  "workdaysBetween(date, date)": (a) => exact(dates.workdaysBetween(a.text(0), a.text(1))),
  "monthsBetween(date, date)": (a) => exact(dates.monthsBetween(a.text(0), a.text(1))),
  "yearsBetween(date, date)": (a) => exact(Math.trunc(dates.monthsBetween(a.text(0), a.text(1)) / 12)),
  "hoursBetween(dateTime, dateTime)": (a) => exact(moments.between(a.moment(0), a.moment(1), moments.HOUR)),
  "minutesBetween(dateTime, dateTime)": (a) => exact(moments.between(a.moment(0), a.moment(1), moments.MINUTE)),
  "secondsBetween(dateTime, dateTime)": (a) => exact(moments.between(a.moment(0), a.moment(1), moments.SECOND)),
};

function extreme(kind: ExpressionKind, sign: 1 | -1): FunctionBody {
  return (a) =>
    a.present().reduce<Value>((best, one) => (best === null || compare(kind, one, best) * sign < 0 ? one : best), null);
}

function between(kind: ExpressionKind): FunctionBody {
  return ({ all: [value = null, low = null, high = null] }) =>
    compare(kind, value, low) >= 0 && compare(kind, value, high) <= 0;
}

const isMissing: FunctionBody = (a) => a.isMissing(0);

const LOGIC: Readonly<Record<string, FunctionBody>> = {
  "isMissing(text)": isMissing,
  "isMissing(number)": isMissing,
  "isMissing(date)": isMissing,
  "isMissing(dateTime)": isMissing,
  "isMissing(reference)": isMissing,
  "isMissing(choices)": (a) => a.choices(0).length === 0,
  "min(number, …)": extreme("NUMBER", 1),
  "min(date, …)": extreme("DATE", 1),
  "min(dateTime, …)": extreme("DATE_TIME", 1),
  "max(number, …)": extreme("NUMBER", -1),
  "max(date, …)": extreme("DATE", -1),
  "max(dateTime, …)": extreme("DATE_TIME", -1),
  "between(number, number, number)": between("NUMBER"),
  "between(date, date, date)": between("DATE"),
  "between(dateTime, dateTime, dateTime)": between("DATE_TIME"),
  "xor(boolean, boolean)": (a) => a.flag(0) !== a.flag(1),
  "includes(choices, text)": (a) => a.choices(0).includes(a.text(1)),
  "count(choices)": (a) => exact(a.choices(0).length),
};

/** The functions that a browser computes like the server, by their signatures. */
export const FUNCTIONS: Readonly<Record<string, FunctionBody>> = { ...TEXTS, ...NUMBERS, ...DATES, ...LOGIC };
