/** Sorts of cases, as case_envelope names them. What else there is of a sort is known to the room that keeps it. */
export const DECLARATION = "declaration";
export const FORMALITY = "formality";
