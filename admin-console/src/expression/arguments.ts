import Big from "big.js";
import { whole } from "./numbers";
import type { Value } from "./values";

/** What a function is given. Where it passes missing values on, none of these is missing. */
export class Arguments {
  readonly all: readonly Value[];
  readonly now: number;

  constructor(all: readonly Value[], now: number) {
    this.all = all;
    this.now = now;
  }

  isMissing(at: number): boolean {
    return this.all[at] === null;
  }

  text(at: number): string {
    return String(this.all[at] ?? "");
  }

  number(at: number): Big {
    const value = this.all[at];
    if (value instanceof Big) return value;
    throw new TypeError(`Argument ${at} is no number`);
  }

  whole(at: number): number {
    return whole(this.number(at));
  }

  moment(at: number): number {
    return Number(this.all[at]);
  }

  flag(at: number): boolean {
    return this.all[at] === true;
  }

  choices(at: number): readonly string[] {
    const value = this.all[at];
    return Array.isArray(value) ? value : [];
  }

  /** Those that are not missing. */
  present(): readonly Value[] {
    return this.all.filter((value) => value !== null);
  }

  numbers(): readonly Big[] {
    return this.all.filter((value) => value instanceof Big);
  }
}
