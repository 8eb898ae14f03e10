import { Alert, Button, Checkbox, Group, Modal, Skeleton, Stack, Table, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ObjectInfo, type RecordData, type RecordShare, type Reference, SHARING, type ShareInput } from "@/api";
import { formatDateTime, RecordsPicker } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ErrorPanel, FormFoot, failureText, useFocusBack } from "@/ui";

const PARTIES = ["User", "AccessRole", "AccessGroup"];

interface Answer {
  readonly shares: readonly RecordShare[];
}

interface Props {
  object: ObjectInfo;
  record: RecordData;
  onClose: () => void;
}

/** With whom a record is shared, and sharing it with others. */
export function ShareDialog({ object, record, onClose }: Props) {
  const tenant = useTenant();
  const client = useQueryClient();
  const key = ["tenant", tenant.slug, "shares", object.name, record.id];
  const keep = (answer: Answer) => client.setQueryData(key, answer.shares);
  const found = useQuery({
    queryKey: key,
    staleTime: 0,
    queryFn: async ({ signal }) =>
      (
        await tenant.metadata<Answer>(
          { query: SHARING.shares, variables: { object: object.name, id: record.id } },
          signal,
        )
      ).shares,
  });
  const end = useMutation({
    mutationFn: ({ party, withBelow, cause }: RecordShare) =>
      tenant.metadata<Answer>({
        query: SHARING.unshare,
        variables: { object: object.name, id: record.id, with: party.id, withBelow, cause },
      }),
    onSuccess: keep,
  });
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.share.title(String(record.name ?? t.list.unnamed))}
      size="lg"
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      {found.isError && <ErrorPanel error={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <Skeleton height={80} role="status" aria-label={t.common.loading} />}
      {found.data !== undefined && (
        <Stack>
          <Shares shares={found.data} isBusy={end.isPending} onEnd={(share) => end.mutate(share)} />
          {end.error !== null && (
            <Alert color="red" role="alert">
              {failureText(end.error)}
            </Alert>
          )}
          <NewShare object={object} record={record} onShared={keep} onClose={onClose} />
        </Stack>
      )}
    </Modal>
  );
}

interface SharesProps {
  shares: readonly RecordShare[];
  isBusy: boolean;
  onEnd: (share: RecordShare) => void;
}

function Shares({ shares, isBusy, onEnd }: SharesProps) {
  if (shares.length === 0) return <Text className="quiet">{t.share.none}</Text>;
  return (
    <Table aria-label={t.share.shares}>
      <Table.Tbody>
        {shares.map((share) => {
          const name = share.party.name ?? t.list.unnamed;
          return (
            <Table.Tr key={`${share.party.id} ${share.withBelow} ${share.cause}`}>
              <Table.Td>{share.withBelow ? t.share.withBelow(name) : name}</Table.Td>
              <Table.Td>{share.mayChange ? t.share.changes : t.share.reads}</Table.Td>
              <Table.Td>{share.until !== null && t.share.until(formatDateTime(share.until))}</Table.Td>
              <Table.Td ta="right">
                <Button
                  variant="subtle"
                  size="compact-sm"
                  disabled={isBusy}
                  onClick={() => onEnd(share)}
                  aria-label={t.share.endOf(name)}
                >
                  {t.share.end}
                </Button>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

interface NewShareProps {
  object: ObjectInfo;
  record: RecordData;
  onShared: (answer: Answer) => void;
  onClose: () => void;
}

function NewShare({ object, record, onShared, onClose }: NewShareProps) {
  const tenant = useTenant();
  const [chosen, setChosen] = useState<readonly Reference[]>([]);
  const [mayChange, setMayChange] = useState(false);
  const [isBelow, setBelow] = useState(false);
  const [day, setDay] = useState("");
  const share = useMutation({
    mutationFn: async () => {
      let answer: Answer = { shares: [] };
      for (const party of chosen) {
        const input: ShareInput = {
          object: object.name,
          id: record.id,
          with: party.id,
          withBelow: isBelow && party.object === "AccessRole",
          mayChange,
          until: day === "" ? null : new Date(`${day}T23:59:59`).toISOString(),
        };
        answer = await tenant.metadata<Answer>({ query: SHARING.share, variables: { input } });
      }
      return answer;
    },
    onSuccess: (answer) => {
      onShared(answer);
      setChosen([]);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        share.mutate();
      }}
    >
      <Stack>
        <RecordsPicker targets={PARTIES} value={chosen} onChange={setChosen} label={t.share.with} autoFocus />
        <Group>
          <Checkbox
            label={t.share.mayChange}
            checked={mayChange}
            onChange={(event) => setMayChange(event.currentTarget.checked)}
          />
          {chosen.some(({ object: of }) => of === "AccessRole") && (
            <Checkbox
              label={t.share.andBelow}
              checked={isBelow}
              onChange={(event) => setBelow(event.currentTarget.checked)}
            />
          )}
        </Group>
        <TextInput
          type="date"
          label={t.share.day}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        {share.error !== null && (
          <Alert color="red" role="alert">
            {failureText(share.error)}
          </Alert>
        )}
        <FormFoot action={t.share.action} isBusy={share.isPending} isBlocked={chosen.length === 0} onCancel={onClose} />
      </Stack>
    </form>
  );
}
