import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ObjectInfo, RuleInfo } from "@/api";
import { t } from "@/i18n";

/** Says what follows from rules that compile no longer; nothing where there are none. */
export function BrokenRulesNotice({ object, rules }: { object: ObjectInfo; rules: readonly RuleInfo[] }) {
  if (rules.length === 0) return null;
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle size={20} />}
      title={t.setup.rulesBroken(rules.map((rule) => rule.label))}
      mb="md"
    >
      {t.setup.rulesBrokenText(object.pluralLabel)}
    </Alert>
  );
}
