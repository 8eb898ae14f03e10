import { Tabs } from "@mantine/core";
import { Outlet, useLocation, useNavigate } from "react-router";
import { ApiError, isAdministrator, problem } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ErrorPanel } from "@/ui";
import classes from "./objects.module.css";

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
        value={location.pathname.startsWith(`${base}/history`) ? "history" : "objects"}
        onChange={(tab) => navigate(tab === "history" ? `${base}/history` : base)}
        className={classes.sections}
        aria-label={t.setup.title}
      >
        <Tabs.List>
          <Tabs.Tab value="objects">{t.setup.objects}</Tabs.Tab>
          <Tabs.Tab value="history">{t.setup.history}</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      <Outlet />
    </>
  );
}
