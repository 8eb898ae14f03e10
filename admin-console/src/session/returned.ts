/** The start page for those who signed in for the sake of another tab. */
export const RETURNED = "/?returned";
