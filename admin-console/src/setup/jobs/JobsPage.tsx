import { Text } from "@mantine/core";
import { useMemo } from "react";
import { type JobInfo, type JobPage, METADATA } from "@/api";
import { t } from "@/i18n";
import { JobList, type JobSource } from "@/jobs";
import { useTenant } from "@/session";
import { Page, useTitle } from "@/ui";

const PAGE = 50;

/** The work that goes on for this workspace. */
export function JobsPage() {
  const { slug, me, metadata } = useTenant();
  useTitle(t.jobs.title, t.setup.title, me.tenant.name);
  const source = useMemo<JobSource<JobInfo>>(
    () => ({
      key: ["tenant", slug, "setup", "jobs"],
      page: async (state, after, signal) =>
        (await metadata<{ jobs: JobPage }>({ query: METADATA.jobs, variables: { state, first: PAGE, after } }, signal))
          .jobs,
      cancel: ({ id }) => metadata({ query: METADATA.cancelJob, variables: { id } }),
    }),
    [slug, metadata],
  );
  return (
    <Page title={t.jobs.title}>
      <Text className="quiet" mb="md">
        {t.jobs.text}
      </Text>
      <JobList source={source} />
    </Page>
  );
}
