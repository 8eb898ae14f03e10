import { Button, Select, Skeleton } from "@mantine/core";
import { IconClockPlay } from "@tabler/icons-react";
import { useSearchParams } from "react-router";
import { JOB_STATES, type JobInfo, type JobState } from "@/api";
import { t } from "@/i18n";
import { ErrorPanel, StatePanel } from "@/ui";
import { type JobOwners, JobTable } from "./JobTable";
import { type JobSource, useJobs } from "./source";

const SKELETONS = ["a", "b", "c", "d"];

interface Props<J extends JobInfo> {
  source: JobSource<J>;
  owners?: JobOwners<J>;
}

function stateOf(text: string | null): JobState | null {
  return JOB_STATES.find((state) => state === text) ?? null;
}

/** The work that goes on: how it stands, and a way to stop it. */
export function JobList<J extends JobInfo>({ source, owners }: Props<J>) {
  const [params, setParams] = useSearchParams();
  const state = stateOf(params.get("state"));
  const list = useJobs(source, state);
  const jobs = list.data?.pages.flatMap((page) => page.nodes);
  return (
    <>
      <Select
        aria-label={t.jobs.filter}
        placeholder={t.jobs.all}
        data={JOB_STATES.map((value) => ({ value, label: t.jobs.state[value] }))}
        value={state}
        onChange={(value) => setParams(value === null ? {} : { state: value }, { replace: true })}
        clearable
        maw={240}
        mb="md"
      />
      {list.isError && jobs === undefined && <ErrorPanel error={list.error} onRetry={() => list.refetch()} />}
      {list.isPending && SKELETONS.map((row) => <Skeleton key={row} height={32} my={12} />)}
      {jobs?.length === 0 && <StatePanel icon={<IconClockPlay size={28} />} title={t.jobs.none} />}
      {jobs !== undefined && jobs.length > 0 && <JobTable jobs={jobs} source={source} owners={owners} />}
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t.common.showMore}
        </Button>
      )}
    </>
  );
}
