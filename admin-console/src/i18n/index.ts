import { en, type Messages } from "./en";

/** All that the app says to people. */
export const t: Messages = en;
export type { Messages };
