import { Alert, List, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type AppliedMetadata, METADATA } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { useMetadataChange } from "@/setup/change";
import { ConfirmDialog, ErrorPanel, toastDone } from "@/ui";
import { DiffView } from "./DiffView";

/** Shows what going back would change, and does it. */
export function RollbackDialog({ version, onClose }: { version: number; onClose: () => void }) {
  const tenant = useTenant();
  const preview = useQuery({
    queryKey: ["tenant", tenant.slug, "setup", "rollback", version, tenant.catalog.version],
    staleTime: 0,
    queryFn: async ({ signal }) =>
      (
        await tenant.metadata<{ rollback: AppliedMetadata }>(
          { query: METADATA.rollback, variables: { toVersion: version, dryRun: true } },
          signal,
        )
      ).rollback,
  });
  const rollback = useMetadataChange<{ rollback: AppliedMetadata }>(METADATA.rollback, {
    done: () => {
      toastDone(t.setup.rolledBack(version));
      onClose();
    },
  });
  const problems = preview.data?.problems ?? [];
  return (
    <ConfirmDialog
      title={t.setup.rollBackTitle(version)}
      action={t.setup.rollBackAction}
      isBusy={rollback.isPending}
      isBlocked={!preview.isSuccess || problems.length > 0 || preview.data.diff.length === 0}
      failure={rollback.error}
      onConfirm={() => rollback.mutate({ toVersion: version, dryRun: false })}
      onClose={onClose}
    >
      {preview.isPending && <Skeleton height={96} />}
      {preview.isError && <ErrorPanel error={preview.error} onRetry={() => preview.refetch()} />}
      {preview.isSuccess && preview.data.diff.length === 0 && problems.length === 0 && (
        <Text>{t.setup.rollBackNothing}</Text>
      )}
      {preview.isSuccess && preview.data.diff.length > 0 && (
        <>
          <Text size="sm">{t.setup.rollBackText}</Text>
          <DiffView diff={preview.data.diff} />
        </>
      )}
      {problems.length > 0 && (
        <Alert color="red" role="alert" mt="md">
          <List size="sm">
            {problems.map((found) => (
              <List.Item key={`${found.path} ${found.message}`}>
                {found.message} {found.hint}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </ConfirmDialog>
  );
}
