import { Anchor, Button, Skeleton, Text } from "@mantine/core";
import { IconCube } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { isAdministrator, type ObjectInfo, type RecordData, recentDocument } from "@/api";
import { relativeTime } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ErrorPanel, ObjectIcon, Page, StatePanel, useTitle } from "@/ui";
import classes from "./shell.module.css";

const OBJECTS_SHOWN = 6;
const RECORDS_SHOWN = 5;

function greeting(name: string): string {
  const hour = new Date().getHours();
  if (hour < 12) return t.home.morning(name);
  return hour < 18 ? t.home.afternoon(name) : t.home.evening(name);
}

/** Where work goes on: what was changed last, by object. */
export function HomePage() {
  const tenant = useTenant();
  useTitle(tenant.me.tenant.name);
  const objects = tenant.catalog.objects
    .filter((object) => !object.isSystem && !object.fields.some((field) => field.type === "masterDetail"))
    .slice(0, OBJECTS_SHOWN);
  const recent = useQuery({
    queryKey: ["tenant", tenant.slug, "records", "recent", objects.map((object) => object.name).join()],
    enabled: objects.length > 0,
    queryFn: ({ signal }) =>
      tenant.data<Record<string, { nodes: RecordData[] }>>(recentDocument(objects, RECORDS_SHOWN), signal),
  });
  const isFailed = recent.isError && recent.data === undefined;
  const name = tenant.me.user?.name?.split(" ")[0] ?? "";
  return (
    <Page title={greeting(name)}>
      {objects.length === 0 && <NoObjects />}
      {isFailed && <ErrorPanel error={recent.error} onRetry={() => recent.refetch()} />}
      {!isFailed && objects.length > 0 && (
        <>
          <Text className="quiet" mb="md">
            {t.home.recent}
          </Text>
          <div className={classes.cards}>
            {objects.map((object) => (
              <RecentCard key={object.name} object={object} records={recent.data?.[object.name]?.nodes} />
            ))}
          </div>
        </>
      )}
    </Page>
  );
}

function RecentCard({ object, records }: { object: ObjectInfo; records: readonly RecordData[] | undefined }) {
  const tenant = useTenant();
  return (
    <section className={classes.card} aria-label={object.pluralLabel}>
      <div className={classes.cardHead}>
        <ObjectIcon name={object.icon} />
        <Text fw={600} style={{ flex: 1 }}>
          {object.pluralLabel}
        </Text>
        <Anchor component={Link} to={tenant.listPath(object)} size="sm">
          {t.home.viewAll}
        </Anchor>
      </div>
      {records === undefined &&
        Array.from({ length: RECORDS_SHOWN }, (_, row) => `row-${row}`).map((row) => (
          <Skeleton key={row} height={18} mx={8} my={9} width="auto" />
        ))}
      {records?.length === 0 && (
        <Text size="sm" className="quiet" p={8}>
          {t.home.nothing(object.pluralLabel)}
        </Text>
      )}
      {records?.map((record) => (
        <Link key={record.id} className={classes.recent} to={tenant.recordPath(object, record.id)}>
          <Text size="sm" className="truncate">
            {String(record.name ?? t.list.unnamed)}
          </Text>
          <Text size="xs" className="quiet figures" style={{ flex: "none" }}>
            {typeof record.updatedAt === "string" ? relativeTime(record.updatedAt) : ""}
          </Text>
        </Link>
      ))}
    </section>
  );
}

function NoObjects() {
  const tenant = useTenant();
  return (
    <StatePanel icon={<IconCube size={28} />} title={t.home.noObjects} text={t.home.noObjectsText}>
      {isAdministrator(tenant.catalog) && (
        <Button component={Link} to={`${tenant.base}/setup`}>
          {t.home.createFirst}
        </Button>
      )}
    </StatePanel>
  );
}
