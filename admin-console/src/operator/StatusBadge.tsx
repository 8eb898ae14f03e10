import { Badge } from "@mantine/core";
import type { TenantStatus } from "@/api";
import { t } from "@/i18n";

const COLORS: { readonly [S in TenantStatus]: string } = {
  ACTIVE: "teal",
  PROVISIONING: "accent",
  SUSPENDED: "orange",
  DELETING: "red",
};

export function StatusBadge({ status }: { status: TenantStatus }) {
  return (
    <Badge variant="light" color={COLORS[status]} radius="sm" tt="none">
      {t.operator.status[status]}
    </Badge>
  );
}
