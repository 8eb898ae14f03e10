import Big from "big.js";

/** Exact decimals with the rounding of the language: 20 decimals, half away from zero. */
const Exact = Big();
Exact.DP = 20;
Exact.RM = Big.roundHalfUp;

const DECIMALS = 20;
const END = new Exact("1e38");
const MAX_EXPONENT = 100;
const MAX_WHOLE = 1_000_000_000;
const MIN_PLACES = -38;

export function exact(value: string | number): Big {
  return new Exact(value);
}

/** The number as far as it is kept; from 10^38 on there is none. */
export function kept(number: Big): Big | null {
  return number.abs().gte(END) ? null : number.round(DECIMALS, Big.roundHalfUp);
}

export function quotient(dividend: Big, divisor: Big): Big | null {
  return divisor.eq(0) ? null : kept(dividend.div(divisor));
}

export function remainder(dividend: Big, divisor: Big): Big | null {
  if (divisor.eq(0)) return null;
  return dividend.mod(divisor);
}

/** With a whole exponent from 0 to 100. */
export function power(base: Big, exponent: Big): Big | null {
  const isPossible = exponent.gte(0) && exponent.lte(MAX_EXPONENT) && exponent.round(0, Big.roundDown).eq(exponent);
  return isPossible ? kept(base.pow(exponent.toNumber())) : null;
}

/** A number without its decimals, at most a milliard either way. */
export function whole(number: Big): number {
  const truncated = number.round(0, Big.roundDown);
  if (truncated.gt(MAX_WHOLE)) return MAX_WHOLE;
  return truncated.lt(-MAX_WHOLE) ? -MAX_WHOLE : truncated.toNumber();
}

/** Rounded to places behind the point, or with a negative number before it. */
export function rounded(number: Big, places: Big, mode: 0 | 1 | 2 | 3): Big {
  return number.round(Math.min(Math.max(whole(places), MIN_PLACES), DECIMALS), mode);
}

export function floor(number: Big): Big {
  const truncated = number.round(0, Big.roundDown);
  return truncated.gt(number) ? truncated.minus(1) : truncated;
}

export function ceiling(number: Big): Big {
  const truncated = number.round(0, Big.roundDown);
  return truncated.lt(number) ? truncated.plus(1) : truncated;
}

/** The number as people write it, without needless zeros. */
export function numberText(number: Big): string {
  return number.eq(0) ? "0" : number.toFixed();
}

/** What a field of so many decimals holds of a number; nothing where it has too many digits. */
export function fitted(number: Big, decimals: number, wholeDigits: number): Big | null {
  const found = number.round(decimals, Big.roundHalfUp);
  return found.abs().gte(exact(`1e${wholeDigits}`)) ? null : found;
}
