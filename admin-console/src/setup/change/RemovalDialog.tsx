import { Alert, List, Loader, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ComponentRef, type Dependent, METADATA } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ConfirmDialog, ErrorPanel } from "@/ui";

interface Props {
  component: ComponentRef;
  title: string;
  text: string;
  typed?: string;
  isBusy: boolean;
  failure: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before a component goes, and shows what would break. */
export function RemovalDialog({ component, title, text, typed, isBusy, failure, onConfirm, onClose }: Props) {
  const tenant = useTenant();
  const dependents = useQuery({
    queryKey: ["tenant", tenant.slug, "setup", "dependents", component],
    staleTime: 0,
    queryFn: async ({ signal }) =>
      (
        await tenant.metadata<{ dependents: Dependent[] }>(
          { query: METADATA.dependents, variables: { component } },
          signal,
        )
      ).dependents,
  });
  const found = dependents.data ?? [];
  return (
    <ConfirmDialog
      title={title}
      action={t.common.delete}
      typed={typed}
      isBusy={isBusy}
      isBlocked={found.length > 0 || !dependents.isSuccess}
      failure={failure}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <Text mb="md">{text}</Text>
      {dependents.isPending && (
        <Text size="sm" className="quiet">
          <Loader size={12} mr={8} />
          {t.setup.dependentsChecking}
        </Text>
      )}
      {dependents.isError && <ErrorPanel error={dependents.error} onRetry={() => dependents.refetch()} />}
      {dependents.isSuccess && found.length === 0 && (
        <Text size="sm" className="quiet">
          {t.setup.dependentsNone}
        </Text>
      )}
      {found.length > 0 && (
        <Alert color="orange" title={t.setup.dependentsTitle}>
          <Text size="sm" mb={4}>
            {t.setup.dependentsText}
          </Text>
          <List size="sm">
            {found.map((dependent) => (
              <List.Item key={`${dependent.component} ${dependent.reason}`}>
                <b>
                  {t.setup.kinds[dependent.kind] ?? dependent.kind}{" "}
                  {[dependent.object, dependent.name].filter(Boolean).join(".")}
                </b>
                : {dependent.reason}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </ConfirmDialog>
  );
}
