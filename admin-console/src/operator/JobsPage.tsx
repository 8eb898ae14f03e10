import { Anchor } from "@mantine/core";
import { Link } from "react-router";
import type { TenantJobInfo } from "@/api";
import { t } from "@/i18n";
import { JobList, type JobOwners } from "@/jobs";
import { Page, useTitle } from "@/ui";
import { JOBS } from "./queries";

const OWNERS: JobOwners<TenantJobInfo> = {
  label: t.operator.columnName,
  name: ({ tenant }) => tenant,
  cell: ({ tenant }) => (
    <Anchor component={Link} to={`/operator/t/${tenant}`} inherit>
      {tenant}
    </Anchor>
  ),
};

/** The work that goes on for all workspaces. */
export function JobsPage() {
  useTitle(t.jobs.title, t.operator.console);
  return (
    <Page
      title={t.jobs.title}
      above={
        <Anchor component={Link} to="/operator" inherit>
          {t.operator.title}
        </Anchor>
      }
    >
      <JobList source={JOBS} owners={OWNERS} />
    </Page>
  );
}
