import { Badge, Button, Skeleton, Text } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type CatalogChange, METADATA } from "@/api";
import { formatDateTime } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ErrorPanel, Page, StatePanel, useTitle } from "@/ui";
import { DiffView } from "./DiffView";
import classes from "./history.module.css";
import { RollbackDialog } from "./RollbackDialog";

const PAGE = 20;
const WAITING = ["a", "b", "c", "d", "e"];

/** Who changed what, when and why; and the way back. */
export function HistoryPage() {
  const tenant = useTenant();
  const [target, setTarget] = useState<number | null>(null);
  useTitle(t.setup.history, t.setup.title, tenant.me.tenant.name);
  const history = useInfiniteQuery({
    queryKey: ["tenant", tenant.slug, "setup", "history"],
    initialPageParam: null as number | null,
    queryFn: async ({ pageParam, signal }) =>
      (
        await tenant.metadata<{ history: CatalogChange[] }>(
          { query: METADATA.history, variables: { first: PAGE, before: pageParam } },
          signal,
        )
      ).history,
    getNextPageParam: (page) => (page.length < PAGE ? null : (page.at(-1)?.version ?? null)),
  });
  const changes = history.data?.pages.flat();
  return (
    <Page title={t.setup.historyTitle}>
      <Text className="quiet" mb="md">
        {t.setup.historyText}
      </Text>
      {history.isError && changes === undefined && (
        <ErrorPanel error={history.error} onRetry={() => history.refetch()} />
      )}
      {history.isPending && WAITING.map((row) => <Skeleton key={row} height={40} my={16} />)}
      {changes?.length === 0 && <StatePanel icon={<IconHistory size={28} />} title={t.setup.noHistory} />}
      <ol className={classes.versions}>
        {changes?.map((change) => (
          <Version
            key={change.version}
            change={change}
            isCurrent={change.version === tenant.catalog.version}
            onRollBack={() => setTarget(change.version)}
          />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button variant="default" loading={history.isFetchingNextPage} onClick={() => history.fetchNextPage()}>
          {t.common.showMore}
        </Button>
      )}
      {target !== null && <RollbackDialog version={target} onClose={() => setTarget(null)} />}
    </Page>
  );
}

interface VersionProps {
  change: CatalogChange;
  isCurrent: boolean;
  onRollBack: () => void;
}

function Version({ change, isCurrent, onRollBack }: VersionProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={classes.version}>
      <div className={classes.head}>
        <div>
          <Text component="div" fw={550}>
            {change.message || t.setup.noMessage}{" "}
            {isCurrent && (
              <Badge variant="light" radius="sm" tt="none">
                {t.setup.current}
              </Badge>
            )}
          </Text>
          <Text size="sm" className="quiet figures">
            {t.setup.version(change.version)} · {change.by} · {formatDateTime(change.at)}
          </Text>
        </div>
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={isOpen}
            aria-label={isOpen ? t.setup.hideDiff(change.version) : t.setup.showDiff(change.version)}
            onClick={() => setOpen((open) => !open)}
          >
            {t.setup.changes(change.diff.length)}
          </Button>
          {!isCurrent && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t.setup.rollBack(change.version)}
              onClick={onRollBack}
            >
              {t.setup.rollBackAction}
            </Button>
          )}
        </div>
      </div>
      {isOpen && <DiffView diff={change.diff} />}
    </li>
  );
}
