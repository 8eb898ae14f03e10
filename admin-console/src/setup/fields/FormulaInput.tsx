import { Textarea } from "@mantine/core";
import type { ObjectInfo } from "@/api";
import { t } from "@/i18n";
import { type FieldForm, isComputed } from "./fieldForm";
import { useFormulaCheck } from "./useFormulaCheck";

interface Props {
  object: ObjectInfo;
  form: FieldForm;
  isNew: boolean;
  onChange: (formula: string) => void;
  error: string | undefined;
}

/** The expression that computes the values of a field, checked as it is typed. */
export function FormulaInput({ object, form, isNew, onChange, error }: Props) {
  const check = useFormulaCheck(object, form);
  const found = isComputed(form) ? check.data : undefined;
  const isFine = found !== undefined && found.length === 0;
  return (
    <Textarea
      label={t.setup.formula}
      description={isFine ? t.setup.formulaFine : t.setup.formulaHelp}
      value={form.formula}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={found?.[0] ?? (isFine ? undefined : error)}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      withAsterisk={!isNew}
      spellCheck={false}
      autosize
      minRows={2}
    />
  );
}
