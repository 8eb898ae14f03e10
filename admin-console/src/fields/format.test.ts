import { describe, expect, it } from "vitest";
import {
  editableNumber,
  formatCappedCount,
  formatDate,
  formatMoney,
  formatNumber,
  formatPercent,
  fromLocalInput,
  parseNumber,
  relativeTime,
  toLocalInput,
} from "./format";

describe("formatting", () => {
  it("formats money in the locale with the currency's sign", () => {
    expect(formatMoney("1250000.5", "EUR", 2, "en-US")).toBe("€1,250,000.50");
    expect(formatMoney("1250000.5", "EUR", 2, "de-DE")).toBe("1.250.000,50\u00a0€");
  });

  it("loses no digit of a large decimal", () => {
    expect(formatNumber("12345678901234567890.12", 2, "en-US")).toBe("12,345,678,901,234,567,890.12");
  });

  it("reads 12.5 as 12.5 percent", () => {
    expect(formatPercent("12.5", 2, "en-US")).toBe("12.5%");
  });

  it("shows the same calendar day in every zone", () => {
    expect(formatDate("2026-03-01", "en-US")).toBe("Mar 1, 2026");
  });

  it("counts with a cap", () => {
    expect(formatCappedCount(1000, 1000, "en-US")).toBe("1,000");
    expect(formatCappedCount(1001, 1000, "en-US")).toBe("1,000+");
  });

  it("tells how long ago something was", () => {
    const now = Date.parse("2026-03-01T12:00:00Z");
    expect(relativeTime("2026-03-01T09:00:00Z", now, "en")).toBe("3h ago");
  });
});

describe("parseNumber", () => {
  it.each([
    ["1,234.56", "en-US", "1234.56"],
    ["1.234,56", "de-DE", "1234.56"],
    ["1234,56", "de-DE", "1234.56"],
    ["1234.56", "de-DE", "1234.56"],
    ["1 234,5", "fr-FR", "1234.5"],
    ["-12", "en-US", "-12"],
    [".5", "en-US", "0.5"],
    ["12.", "en-US", "12"],
  ])("reads %s in %s as %s", (text, locale, plain) => {
    expect(parseNumber(text, locale)).toBe(plain);
  });

  it.each(["", "abc", "1,2,3", "12 €", "--1"])("refuses %s", (text) => {
    expect(parseNumber(text, "en-US")).toBeNull();
  });

  it("reads back what it offers for editing", () => {
    for (const locale of ["en-US", "de-DE", "fr-FR", "de-AT"]) {
      for (const value of ["0", "12.5", "-1234567.89", "0.01"]) {
        expect(parseNumber(editableNumber(value, locale), locale)).toBe(value);
      }
    }
  });
});

describe("moments", () => {
  it("are edited in the zone of the browser and kept in UTC", () => {
    expect(fromLocalInput(toLocalInput("2026-07-01T10:30:00Z"))).toBe("2026-07-01T10:30:00.000Z");
  });
});
