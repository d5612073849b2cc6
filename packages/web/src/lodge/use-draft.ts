/** A draft while it is worked on: every change is saved by itself, a moment after the last one. */
import type { Draft } from "@customhouse/api/drafts/operations";
import { createContext, useCallback, useContext, useEffect, useRef, useState } from "react";
import { api } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";
import { type DraftBody, draftTitle } from "./draft-body.ts";

export type SaveState = "saved" | "saving" | "failed" | "elsewhere";

export interface DraftAtHand {
  readonly id: string;
  readonly body: DraftBody;
  readonly saveState: SaveState;
  readonly savedAt: Date;
  readonly change: (change: (body: DraftBody) => DraftBody) => void;
  /** Saves now what is not saved yet. */
  readonly flush: () => Promise<void>;
}

const WAIT_MS = 1_000;
const SAVED_MEANWHILE = "CH8033";

export const DraftContext = createContext<DraftAtHand | undefined>(undefined);

export function useDraft(): DraftAtHand {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error("useDraft is used outside of a draft");
  return draft;
}

export function useDraftState(stored: Draft): DraftAtHand {
  const [body, setBody] = useState(stored.body as DraftBody);
  const [saveState, setSaveState] = useState<SaveState>("saved");
  const [savedAt, setSavedAt] = useState(() => new Date(stored.updatedAt));
  const latest = useRef(body);
  const version = useRef(stored.version);
  const saved = useRef(body);
  const running = useRef<Promise<void>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(async () => {
    const next = latest.current;
    if (next === saved.current) return;
    setSaveState("saving");
    try {
      const draft = { title: draftTitle(next), version: version.current, body: next };
      const answer = await api.own.saveDraft(stored.id, draft);
      version.current = answer.version;
      saved.current = next;
      setSavedAt(new Date());
      setSaveState("saved");
    } catch (error) {
      setSaveState(problemOf(error)?.code === SAVED_MEANWHILE ? "elsewhere" : "failed");
    }
  }, [stored.id]);

  // One save after the other: each needs the version that the one before was given.
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    running.current = running.current.then(save);
    return running.current;
  }, [save]);

  const change = useCallback(
    (changed: (body: DraftBody) => DraftBody) => {
      latest.current = changed(latest.current);
      setBody(latest.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), WAIT_MS);
    },
    [flush],
  );

  useEffect(() => () => void flush(), [flush]);
  return { id: stored.id, body, saveState, savedAt, change, flush };
}
