import { Anchor, Button, Skeleton, Table, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBuilding, IconClockPlay, IconPlus, IconSearch } from "@tabler/icons-react";
import { Link, useSearchParams } from "react-router";
import type { TenantInfo } from "@/api";
import { formatBytes, formatCount, formatDate } from "@/fields";
import { t } from "@/i18n";
import { ErrorPanel, Page, type PlainColumn, PlainTable, StatePanel, useTitle } from "@/ui";
import { useTenants } from "./queries";
import { StatusBadge } from "./StatusBadge";

const COLUMNS: readonly PlainColumn[] = [
  { label: t.operator.columnName },
  { label: t.operator.columnStatus },
  { label: t.operator.columnRecords, isNumber: true },
  { label: t.operator.columnStorage, isNumber: true },
  { label: t.operator.columnRequests, isNumber: true },
  { label: t.operator.columnCreated },
];
const TYPING_PAUSE = 250;
const WAITING = ["a", "b", "c", "d", "e", "f"];

/** All workspaces of the installation. */
export function TenantsPage() {
  useTitle(t.operator.title, t.operator.console);
  const [params, setParams] = useSearchParams();
  const text = params.get("q") ?? "";
  const [settled] = useDebouncedValue(text, TYPING_PAUSE);
  const list = useTenants(settled.trim());
  const tenants = list.data?.pages.flatMap((page) => page.nodes);
  const count = list.data?.pages[0]?.totalCount;
  const newButton = (
    <Button component={Link} to="/operator/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t.operator.new}
    </Button>
  );
  return (
    <Page
      title={t.operator.title}
      note={
        count !== undefined && (
          <Text className="quiet figures" role="status">
            {t.operator.count(formatCount(count))}
          </Text>
        )
      }
      actions={
        <>
          <Button
            component={Link}
            to="/operator/jobs"
            variant="default"
            leftSection={<IconClockPlay size={16} aria-hidden />}
          >
            {t.jobs.title}
          </Button>
          {newButton}
        </>
      }
    >
      <TextInput
        aria-label={t.operator.search}
        placeholder={t.operator.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setParams(value === "" ? {} : { q: value }, { replace: true });
        }}
        maw={320}
        mb="md"
      />
      {list.isError && tenants === undefined && <ErrorPanel error={list.error} onRetry={() => list.refetch()} />}
      {tenants?.length === 0 &&
        (settled === "" ? (
          <StatePanel icon={<IconBuilding size={28} />} title={t.operator.none} text={t.operator.noneText}>
            {newButton}
          </StatePanel>
        ) : (
          <StatePanel icon={<IconBuilding size={28} />} title={t.operator.noneFound} />
        ))}
      {list.isPending && WAITING.map((row) => <Skeleton key={row} height={32} my={12} />)}
      {tenants !== undefined && tenants.length > 0 && <TenantTable tenants={tenants} />}
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t.common.showMore}
        </Button>
      )}
    </Page>
  );
}

function TenantTable({ tenants }: { tenants: readonly TenantInfo[] }) {
  return (
    <PlainTable minWidth={720} columns={COLUMNS} label={t.operator.table}>
      {tenants.map((tenant) => (
        <Table.Tr key={tenant.slug}>
          <Table.Td>
            <Anchor component={Link} to={`/operator/t/${tenant.slug}`} fw={550} inherit>
              {tenant.name}
            </Anchor>
            <Text size="xs" className="quiet">
              {tenant.slug}
            </Text>
          </Table.Td>
          <Table.Td>
            <StatusBadge status={tenant.status} />
          </Table.Td>
          <Table.Td ta="right" className="figures">
            {formatCount(tenant.usage.records)}
          </Table.Td>
          <Table.Td ta="right" className="figures">
            {formatBytes(tenant.usage.storageBytes)}
          </Table.Td>
          <Table.Td ta="right" className="figures">
            {formatCount(tenant.usage.requests)}
          </Table.Td>
          <Table.Td className="figures">{formatDate(tenant.createdAt)}</Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  );
}
