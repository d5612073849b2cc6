/** Documented exit codes, the same for every command. */
export const EXIT = {
  /** Done; for `validate`: everything is valid. */
  ok: 0,
  /** Done, and the answer is no: invalid messages, a refusal. */
  no: 1,
  /** Could not run: wrong options, unreadable file, no server. */
  failed: 2,
} as const;
