import { describe, expect, it } from "vitest";
import { problemsOf, problemText, sortProblems } from "./errors";

describe("problemsOf", () => {
  it("reads code, kind, path and hint of every error", () => {
    const body = {
      errors: [
        {
          message: "Stage is required.",
          path: ["createOpportunity", "data", "stage"],
          extensions: { code: "FIELD_REQUIRED", kind: "INVALID", hint: "Choose one.", traceId: "4bf9" },
        },
      ],
    };
    expect(problemsOf(body, 200)).toEqual([
      {
        code: "FIELD_REQUIRED",
        kind: "INVALID",
        message: "Stage is required.",
        path: ["createOpportunity", "data", "stage"],
        hint: "Choose one.",
        traceId: "4bf9",
      },
    ]);
  });

  it("takes the meaning from the status where no kind is told", () => {
    expect(problemsOf({ errors: [{ message: "No" }] }, 403)?.[0].kind).toBe("FORBIDDEN");
  });

  it("finds none in an answer without errors", () => {
    expect(problemsOf({ data: {} }, 200)).toBeNull();
    expect(problemsOf(null, 500)).toBeNull();
  });
});

describe("sortProblems", () => {
  const at = (...path: (string | number)[]) => ({
    code: "X",
    kind: "INVALID" as const,
    message: "m",
    path,
    hint: null,
    traceId: null,
  });

  it("puts a problem at the last field of its path", () => {
    const { fields, others } = sortProblems([at("createContact", "data", "email")], ["name", "email"]);
    expect(Object.keys(fields)).toEqual(["email"]);
    expect(others).toEqual([]);
  });

  it("knows the id of a reference and the currency of an amount as their fields", () => {
    const { fields } = sortProblems([at("data", "accountId"), at("data", "amountCurrency")], ["account", "amount"]);
    expect(Object.keys(fields)).toEqual(["account", "amount"]);
  });

  it("keeps what is about no field of the form", () => {
    expect(sortProblems([at("createContact")], ["name"]).others).toHaveLength(1);
  });
});

describe("problemText", () => {
  it("makes sentences of what is wrong and what may help", () => {
    expect(problemText({ message: "No field `a`", hint: "Did you mean `b`?" })).toBe("No field `a`. Did you mean `b`?");
    expect(problemText({ message: "Too long.", hint: "Shorten it." })).toBe("Too long. Shorten it.");
    expect(problemText({ message: "Too long", hint: null })).toBe("Too long");
    expect(problemText({ message: "", hint: "Shorten it." })).toBe("Shorten it.");
  });
});
