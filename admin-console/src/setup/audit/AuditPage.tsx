import { Button, Group, Select, Skeleton, Table, Text } from "@mantine/core";
import { IconDownload, IconFileSearch } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { AUDIT_KINDS, type AuditEntry } from "@/api";
import { formatDateTime } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ErrorPanel, Page, type PlainColumn, PlainTable, StatePanel, toastFailure, useTitle } from "@/ui";
import { toCsv } from "./csv";
import { DAYS, type Time, useTrail } from "./useTrail";
import { useVerification, VerificationResult, VerifyButton } from "./Verification";

const WAITING = ["a", "b", "c", "d"];
const COLUMNS: readonly PlainColumn[] = [
  { label: t.audit.when },
  { label: t.audit.who },
  { label: t.audit.kind },
  { label: t.audit.subject },
  { label: t.audit.detail },
];

function download(name: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** What happened in the workspace that somebody may have to answer for. */
export function AuditPage() {
  const tenant = useTenant();
  const [params, setParams] = useSearchParams();
  useTitle(t.audit.title, t.setup.title, tenant.me.tenant.name);
  const kind = AUDIT_KINDS.find((one) => one === params.get("kind")) ?? null;
  const time = (Object.keys(DAYS) as Time[]).find((one) => one === params.get("time")) ?? null;
  const { list, all } = useTrail({ kind, time });
  const verification = useVerification();
  const save = useMutation({
    mutationFn: async () => download(t.audit.exportName(tenant.slug), toCsv(await all())),
    onError: toastFailure,
  });
  const entries = list.data?.pages.flatMap((page) => page.nodes);
  const choose = (name: string) => (value: string | null) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const actions = (
    <>
      <VerifyButton verification={verification} />
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t.audit.export}
      </Button>
    </>
  );
  return (
    <Page title={t.audit.title} actions={actions}>
      <Text className="quiet" mb="md">
        {t.audit.text}
      </Text>
      {verification.data !== undefined && <VerificationResult verified={verification.data} />}
      <Group mb="md">
        <Select
          aria-label={t.audit.filterKind}
          placeholder={t.audit.allKinds}
          data={AUDIT_KINDS.map((value) => ({ value, label: t.audit.kinds[value] }))}
          value={kind}
          onChange={choose("kind")}
          clearable
        />
        <Select
          aria-label={t.audit.filterTime}
          placeholder={t.audit.times.any}
          data={(Object.keys(DAYS) as Time[]).map((value) => ({ value, label: t.audit.times[value] }))}
          value={time}
          onChange={choose("time")}
          clearable
        />
      </Group>
      {list.isError && entries === undefined && <ErrorPanel error={list.error} onRetry={() => list.refetch()} />}
      {list.isPending && WAITING.map((row) => <Skeleton key={row} height={32} my={12} />)}
      {entries?.length === 0 && (
        <StatePanel icon={<IconFileSearch size={28} />} title={t.audit.none} text={t.audit.noneText} />
      )}
      {entries !== undefined && entries.length > 0 && (
        <PlainTable minWidth={760} columns={COLUMNS} label={t.audit.table}>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </PlainTable>
      )}
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t.common.showMore}
        </Button>
      )}
    </Page>
  );
}

function EntryRow({ entry }: { entry: AuditEntry }) {
  const who = entry.actor === null ? t.audit.platform : (entry.actor.name ?? t.audit.someone);
  return (
    <Table.Tr>
      <Table.Td>{formatDateTime(entry.at)}</Table.Td>
      <Table.Td>{who}</Table.Td>
      <Table.Td>{t.audit.kinds[entry.kind]}</Table.Td>
      <Table.Td style={{ overflowWrap: "anywhere" }}>{entry.subject}</Table.Td>
      <Table.Td style={{ overflowWrap: "anywhere" }}>
        {entry.detail ?? (entry.kind === "ACCESS" ? "" : t.audit.erased)}
      </Table.Td>
    </Table.Tr>
  );
}
