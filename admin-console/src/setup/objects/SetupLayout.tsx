import { Tabs } from "@mantine/core";
import { Outlet, useLocation, useNavigate } from "react-router";
import { ApiError, isAdministrator, problem } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ErrorPanel } from "@/ui";
import classes from "./objects.module.css";

/** Beside the objects, which are where Setup begins. */
const SECTIONS = ["access", "history", "jobs", "log", "clients", "audit"];

/** What administrators see above all of setup. */
export function SetupLayout() {
  const tenant = useTenant();
  const location = useLocation();
  const navigate = useNavigate();
  if (!isAdministrator(tenant.catalog)) {
    return <ErrorPanel error={new ApiError([problem("FORBIDDEN", t.setup.forbiddenText)])} home={tenant.base} />;
  }
  const base = `${tenant.base}/setup`;
  return (
    <>
      <Tabs
        value={SECTIONS.find((section) => location.pathname.startsWith(`${base}/${section}`)) ?? "objects"}
        onChange={(tab) => navigate(tab === null || tab === "objects" ? base : `${base}/${tab}`)}
        className={classes.sections}
        aria-label={t.setup.title}
      >
        <Tabs.List>
          <Tabs.Tab value="objects">{t.setup.objects}</Tabs.Tab>
          <Tabs.Tab value="access">{t.access.title}</Tabs.Tab>
          <Tabs.Tab value="history">{t.setup.history}</Tabs.Tab>
          <Tabs.Tab value="jobs">{t.jobs.title}</Tabs.Tab>
          <Tabs.Tab value="log">{t.ruleLog.title}</Tabs.Tab>
          <Tabs.Tab value="clients">{t.apiClients.title}</Tabs.Tab>
          <Tabs.Tab value="audit">{t.audit.title}</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      <Outlet />
    </>
  );
}
