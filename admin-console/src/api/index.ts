export * from "./catalog";
export * from "./errors";
export * from "./history";
export * from "./http";
export * from "./metadata";
export * from "./operator";
export * from "./records";
export * from "./typeNames";
