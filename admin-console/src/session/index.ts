export { leave, StartPage } from "./ChooserPage";
export {
  SESSION_KEY,
  useCatalogQuery,
  useCatalogRefresh,
  useMeQuery,
  useRecordsRefresh,
  useSession,
} from "./queries";
export { SessionGate, Splash } from "./SessionGate";
export { type Tenant, TenantProvider, useTenant } from "./tenant";
export { useLiveRecords } from "./useLiveRecords";
