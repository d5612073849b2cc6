import { useSyncExternalStore } from "react";
import { onSession, type Person, type Session, session } from "./session.ts";

export function useSession(): Session | undefined {
  return useSyncExternalStore(onSession, session);
}

/** For pages that are shown only to somebody who signed in. */
export function usePerson(): Person {
  const found = useSession();
  if (!found) throw new Error("This page needs somebody who is signed in");
  return found.person;
}
