import { Textarea } from "@mantine/core";
import { useState } from "react";
import { type ObjectInfo, problemText } from "@/api";
import type { ExpressionKind } from "@/expression";
import { t } from "@/i18n";
import { useExpressionCheck } from "./useExpressionCheck";

interface Props {
  object: ObjectInfo;
  label: string;
  help: string;
  gives: ExpressionKind;
  value: string;
  onChange: (text: string) => void;
  /** What the server said of it when it was to be kept. */
  error: string | undefined;
  isRequired?: boolean;
  /** Whether it is of no use where a browser cannot compute it. */
  isForForms?: boolean;
}

/** An expression over the records of an object, checked as it is typed. */
export function ExpressionInput({
  object,
  label,
  help,
  gives,
  value,
  onChange,
  error,
  isRequired = false,
  isForForms = false,
}: Props) {
  const check = useExpressionCheck(object, value, gives);
  const found = check?.problems[0];
  const notInForms = isForForms && check?.notInBrowser ? t.setup.expressionNotInForms(check.notInBrowser) : undefined;
  const [refused, setRefused] = useState({ error, value });
  if (refused.error !== error) setRefused({ error, value });
  const isRefused = error !== undefined && refused.value === value;
  const isFine = check !== undefined && found === undefined && notInForms === undefined && !isRefused;
  return (
    <Textarea
      label={label}
      description={isFine ? t.setup.expressionFine : help}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={
        found === undefined
          ? (notInForms ?? (isFine ? undefined : error))
          : `${t.setup.ruleProblemAt(found.line, found.column)}: ${problemText(found)}`
      }
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      withAsterisk={isRequired}
      spellCheck={false}
      autosize
      minRows={2}
    />
  );
}
