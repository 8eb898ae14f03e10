import type { RouteObject } from "react-router";
import { Splash, StartPage } from "@/session";
import { HomePage, NotFoundPage, TenantShell } from "@/shell";
import { ErrorPanel } from "@/ui";

function Broken() {
  return <ErrorPanel error={new Error("")} onRetry={() => window.location.reload()} home="/" />;
}

export const routes: RouteObject[] = [
  {
    errorElement: <Broken />,
    hydrateFallbackElement: <Splash />,
    children: [
      { path: "/", element: <StartPage /> },
      {
        path: "/t/:slug",
        element: <TenantShell />,
        children: [
          { index: true, element: <HomePage /> },
          {
            path: "o/:object",
            lazy: async () => ({ Component: (await import("@/records/list")).ListPage }),
          },
          {
            path: "o/:object/new",
            lazy: async () => ({ Component: (await import("@/records/form")).NewRecordPage }),
          },
          {
            path: "o/:object/bin",
            lazy: async () => ({ Component: (await import("@/records/bin")).BinPage }),
          },
          {
            path: "o/:object/:id",
            lazy: async () => ({ Component: (await import("@/records/page")).RecordPage }),
          },
          {
            path: "setup",
            lazy: async () => ({ Component: (await import("@/setup/objects")).SetupLayout }),
            children: [
              { index: true, lazy: async () => ({ Component: (await import("@/setup/objects")).ObjectsPage }) },
              {
                path: "history",
                lazy: async () => ({ Component: (await import("@/setup/history")).HistoryPage }),
              },
              {
                path: "audit",
                lazy: async () => ({ Component: (await import("@/setup/audit")).AuditPage }),
              },
              {
                path: "clients",
                lazy: async () => ({ Component: (await import("@/setup/clients")).ClientsPage }),
              },
              {
                path: "access",
                lazy: async () => ({ Component: (await import("@/setup/access")).AccessPage }),
              },
              {
                path: "access/:set",
                lazy: async () => ({ Component: (await import("@/setup/access")).PermissionSetPage }),
              },
              {
                path: "jobs",
                lazy: async () => ({ Component: (await import("@/setup/jobs")).JobsPage }),
              },
              {
                path: "log",
                lazy: async () => ({ Component: (await import("@/setup/ruleLog")).RuleLogPage }),
              },
              {
                path: "log/:run",
                lazy: async () => ({ Component: (await import("@/setup/ruleLog")).RunPage }),
              },
              {
                path: "o/:object",
                lazy: async () => ({ Component: (await import("@/setup/objects")).ObjectPage }),
              },
              {
                path: "o/:object/rules/:rule",
                lazy: async () => ({ Component: (await import("@/setup/rules")).RulePage }),
              },
              {
                path: "o/:object/validations/:validation",
                lazy: async () => ({ Component: (await import("@/setup/validations")).ValidationPage }),
              },
            ],
          },
          { path: "*", element: <NotFoundPage /> },
        ],
      },
      {
        path: "/operator",
        lazy: async () => ({ Component: (await import("@/operator")).OperatorShell }),
        children: [
          { index: true, lazy: async () => ({ Component: (await import("@/operator")).TenantsPage }) },
          { path: "new", lazy: async () => ({ Component: (await import("@/operator")).ProvisionPage }) },
          { path: "jobs", lazy: async () => ({ Component: (await import("@/operator")).JobsPage }) },
          { path: "t/:slug", lazy: async () => ({ Component: (await import("@/operator")).TenantPage }) },
          { path: "t/:slug/objects", lazy: async () => ({ Component: (await import("@/operator")).ObjectsPage }) },
          { path: "*", element: <NotFoundPage /> },
        ],
      },
      { path: "*", element: <NotFoundPage /> },
    ],
  },
];
