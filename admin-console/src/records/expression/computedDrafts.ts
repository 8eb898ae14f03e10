import Big from "big.js";
import type { FieldInfo, RecordData, Reference } from "@/api";
import { evaluate, fitted, knows, momentText, numberText, type Value } from "@/expression";
import { type Draft, kindOf } from "@/fields";
import { type Drafts, type EditedRecord, subjectOf } from "./subject";

const MONEY_DIGITS = 18;

/**
 * The drafts of a new record with the defaults that are expressions, except for fields that have values of their own.
 * Defaults may read each other, so they are computed until nothing changes any more.
 */
export function computedDrafts(
  edited: EditedRecord,
  fields: readonly FieldInfo[],
  isOwn: (field: FieldInfo) => boolean,
  known: readonly Reference[],
): Drafts {
  const computed = fields.filter((field) => field.defaultTree !== null && knows(field.defaultTree) && !isOwn(field));
  let drafts = edited.drafts;
  for (let round = 0; round < computed.length; round++) {
    const subject = subjectOf({ ...edited, drafts });
    const next = Object.fromEntries(
      computed.map((field) => [
        field.name,
        field.defaultTree === null
          ? kindOf(field).draft(field, null)
          : draftOf(field, evaluate(field.defaultTree, subject), known),
      ]),
    );
    drafts = { ...drafts, ...next };
  }
  return drafts;
}

function draftOf(field: FieldInfo, value: Value, known: readonly Reference[]): Draft {
  const record = { id: "", [field.name]: apiValue(field, value, known) } as unknown as RecordData;
  return kindOf(field).draft(field, record);
}

/** The value as the API would tell it. */
function apiValue(field: FieldInfo, value: Value, known: readonly Reference[]): unknown {
  if (value instanceof Big) {
    const decimals = field.decimals ?? 0;
    const fits = fitted(value, decimals, (field.digits ?? MONEY_DIGITS) - decimals);
    return fits === null ? null : numberText(fits);
  }
  if (typeof value === "number") return momentText(value);
  return field.type === "lookup" ? (known.find(({ id }) => id === value) ?? null) : value;
}
