import { Alert, Button, Text } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { AUDIT, type AuditVerification } from "@/api";
import { formatCount } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { toastFailure } from "@/ui";

/** Reads the whole trail again. */
export function useVerification() {
  const tenant = useTenant();
  return useMutation({
    mutationFn: async () => (await tenant.metadata<{ verified: AuditVerification }>({ query: AUDIT.verify })).verified,
    onError: toastFailure,
  });
}

export function VerifyButton({ verification }: { verification: ReturnType<typeof useVerification> }) {
  return (
    <Button
      variant="default"
      leftSection={<IconShieldCheck size={16} aria-hidden />}
      loading={verification.isPending}
      onClick={() => verification.mutate()}
    >
      {t.audit.verify}
    </Button>
  );
}

export function VerificationResult({ verified }: { verified: AuditVerification }) {
  if (!verified.isIntact) {
    return (
      <Alert color="red" title={t.audit.broken} role="alert" mb="md">
        {verified.problem}
      </Alert>
    );
  }
  return (
    <Alert color="green" role="status" mb="md">
      {t.audit.intact(formatCount(verified.entries))}
      {verified.erased > 0 && ` ${t.audit.erasedOf(formatCount(verified.erased))}`}
      <Text size="xs" className="quiet" style={{ overflowWrap: "anywhere" }}>
        {t.audit.head(verified.head)}
      </Text>
    </Alert>
  );
}
