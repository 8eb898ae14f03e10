import { Alert, Anchor, Button, Group, Skeleton, Text, Title } from "@mantine/core";
import { IconDatabase, IconPlayerPause, IconPlayerPlay, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import type { TenantInfo } from "@/api";
import { formatBytes, formatCount, formatDateTime } from "@/fields";
import { t } from "@/i18n";
import { ConfirmDialog, ErrorPanel, Page, toastDone, toastFailure, useTitle } from "@/ui";
import classes from "./operator.module.css";
import { useTenantChange, useTenantInfo, useTenantRemoval } from "./queries";
import { StatusBadge } from "./StatusBadge";
import { Steps } from "./Steps";

/** One workspace, as an operator sees it: no data, but its state and use. */
export function TenantPage() {
  const { slug = "" } = useParams();
  const tenant = useTenantInfo(slug);
  useTitle(tenant.data?.name ?? slug, t.operator.console);
  if (tenant.data === undefined) {
    return tenant.isError ? (
      <ErrorPanel error={tenant.error} onRetry={() => tenant.refetch()} home="/operator" />
    ) : (
      <Page title={<Skeleton height={24} width={200} />}>
        <Skeleton height={200} radius="lg" />
      </Page>
    );
  }
  return <Shown tenant={tenant.data} />;
}

function Shown({ tenant }: { tenant: TenantInfo }) {
  const [dialog, setDialog] = useState<"suspend" | "delete" | null>(null);
  const suspend = useTenantChange("suspend");
  const resume = useTenantChange("resume");
  const facts: readonly (readonly [string, string])[] = [
    [t.operator.slug, tenant.slug],
    [t.operator.createdAt, formatDateTime(tenant.createdAt)],
    [t.operator.packages, tenant.packages.join(", ") || t.operator.noPackages],
    [t.operator.currency, tenant.currency],
    [t.operator.timeZone, tenant.timeZone],
    [t.operator.locale, tenant.locale],
    [t.operator.catalogVersion, formatCount(tenant.catalogVersion)],
  ];
  const usage: readonly (readonly [string, string])[] = [
    [t.operator.columnRecords, formatCount(tenant.usage.records)],
    [t.operator.columnStorage, formatBytes(tenant.usage.storageBytes)],
    [t.operator.columnRequests, formatCount(tenant.usage.requests)],
  ];
  return (
    <Page
      title={tenant.name}
      note={<StatusBadge status={tenant.status} />}
      above={
        <Anchor component={Link} to="/operator" inherit>
          {t.operator.title}
        </Anchor>
      }
      actions={
        <>
          {tenant.status !== "PROVISIONING" && (
            <Button
              component={Link}
              to={`/operator/t/${tenant.slug}/objects`}
              variant="default"
              leftSection={<IconDatabase size={16} aria-hidden />}
            >
              {t.operator.objects.title}
            </Button>
          )}
          {tenant.status === "ACTIVE" && (
            <Button
              variant="default"
              leftSection={<IconPlayerPause size={16} aria-hidden />}
              onClick={() => setDialog("suspend")}
            >
              {t.operator.suspend}
            </Button>
          )}
          {tenant.status === "SUSPENDED" && (
            <Button
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              loading={resume.isPending}
              onClick={() =>
                resume.mutate(
                  { slug: tenant.slug },
                  { onSuccess: () => toastDone(t.operator.resumed(tenant.name)), onError: toastFailure },
                )
              }
            >
              {t.operator.resume}
            </Button>
          )}
          <Button
            variant="light"
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => setDialog("delete")}
          >
            {t.common.delete}
          </Button>
        </>
      }
    >
      {tenant.status === "PROVISIONING" && (
        <Alert color="orange" title={t.operator.notReady(tenant.name)} mb="lg">
          {t.operator.notReadyText}
          <Group mt="sm">
            <Button component={Link} to="/operator/new" state={{ tenant }} variant="default">
              {t.operator.goOn}
            </Button>
          </Group>
        </Alert>
      )}
      <section className={classes.cards} aria-label={t.operator.usage}>
        {usage.map(([label, value]) => (
          <div key={label} className={classes.card}>
            <Text size="sm" className="quiet">
              {label}
            </Text>
            <div className={classes.number}>{value}</div>
          </div>
        ))}
      </section>
      <section className={classes.card} aria-label={t.operator.facts}>
        <dl className={classes.facts}>
          {facts.map(([label, value]) => (
            <div key={label} style={{ display: "contents" }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {tenant.steps.length > 0 && (
        <>
          <Title order={2} mt="lg">
            {t.operator.steps}
          </Title>
          <Steps steps={tenant.steps} />
        </>
      )}
      {dialog === "suspend" && (
        <ConfirmDialog
          title={t.operator.suspendTitle(tenant.name)}
          action={t.operator.suspend}
          isBusy={suspend.isPending}
          failure={suspend.error}
          onClose={() => setDialog(null)}
          onConfirm={() =>
            suspend.mutate(
              { slug: tenant.slug },
              {
                onSuccess: () => {
                  setDialog(null);
                  toastDone(t.operator.suspended(tenant.name));
                },
              },
            )
          }
        >
          {t.operator.suspendText}
        </ConfirmDialog>
      )}
      {dialog === "delete" && <Removal tenant={tenant} onClose={() => setDialog(null)} />}
    </Page>
  );
}

function Removal({ tenant, onClose }: { tenant: TenantInfo; onClose: () => void }) {
  const navigate = useNavigate();
  const remove = useTenantRemoval(async (proof) => {
    await navigate("/operator");
    toastDone(`${t.operator.deleted(tenant.name)}. ${t.operator.proof}: ${proof}`);
  });
  return (
    <ConfirmDialog
      title={t.operator.deleteTitle(tenant.name)}
      action={t.common.delete}
      typed={tenant.slug}
      isBusy={remove.isPending}
      failure={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate(tenant.slug)}
    >
      {t.operator.deleteText}
    </ConfirmDialog>
  );
}
