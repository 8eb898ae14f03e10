import { Alert, Anchor, Text } from "@mantine/core";
import { IconBolt } from "@tabler/icons-react";
import { isAdministrator, type Problem } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";

/** Says that a write was refused for a rule that compiles no longer, and leads those who can mend it there. */
export function BrokenRuleAlert({ problems }: { problems: readonly Problem[] }) {
  const tenant = useTenant();
  if (problems.length === 0) return null;
  const canMend = isAdministrator(tenant.catalog);
  return (
    <Alert color="orange" role="alert" icon={<IconBolt size={18} />} title={t.record.brokenRule} mb="lg">
      <Text size="sm">{t.record.brokenRuleText}</Text>
      {problems.map((found) => (
        <Text key={found.message} size="sm" mt={4}>
          {found.message}. {!canMend && found.hint}
        </Text>
      ))}
      {canMend && (
        <Anchor href={`${tenant.base}/setup`} target="_blank" size="sm" mt={4} display="inline-block">
          {t.record.brokenRuleMend}
        </Anchor>
      )}
    </Alert>
  );
}
