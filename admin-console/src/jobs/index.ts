export { JobList } from "./JobList";
export type { JobOwners } from "./JobTable";
export type { JobSource } from "./source";
