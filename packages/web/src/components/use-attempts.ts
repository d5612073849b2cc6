import { useState } from "react";
import type { FieldError } from "./ErrorSummary.tsx";

/** Errors of the last try to send a form. Nothing is called wrong while somebody is still typing. */
export function useAttempts() {
  const [state, setState] = useState<{ errors: readonly FieldError[]; attempt: number }>({
    errors: [],
    attempt: 0,
  });
  return {
    ...state,
    /** Keeps what is wrong; true when nothing is. */
    tried: (errors: readonly FieldError[]): boolean => {
      setState((before) => ({ errors, attempt: before.attempt + 1 }));
      return errors.length === 0;
    },
  };
}

export function errorOf(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((one) => one.field === field)?.text;
}
