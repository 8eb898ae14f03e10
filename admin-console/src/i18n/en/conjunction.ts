/** Joins words as a sentence does. */
export const conjunction = new Intl.ListFormat("en", { type: "conjunction" });
