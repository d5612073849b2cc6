import type { Acted } from "@customhouse/api/shapes/status";
import type { ControlResult, CustomhouseClient } from "@customhouse/client";

export type Act = "satisfactory" | "detained" | "refused" | "order" | "query";

/** What a control found, as the form holds it. */
export interface FoundThing {
  readonly code: string;
  /** Number of the item; empty: the declaration as a whole. */
  readonly item: string;
}

export interface Decision {
  readonly act: Act | "";
  /** Finding, or question. */
  readonly text: string;
  readonly control: "documentary" | "physical" | "non-blocking" | "";
  /** Empty: the control that is open. */
  readonly taskId: string;
  readonly found: readonly FoundThing[];
}

/** Whoever decides against somebody says why. */
export function needsText(act: Act): boolean {
  return act === "detained" || act === "refused" || act === "query";
}

export async function sendDecision(
  client: CustomhouseClient,
  caseId: string,
  decision: Decision,
): Promise<Acted | undefined> {
  const { act, control } = decision;
  const text = decision.text.trim();
  if (act === "") return undefined;
  if (act === "query") return client.decisions.raiseQuery(caseId, text);
  if (act === "order") {
    return control === "" ? undefined : client.decisions.orderControl(caseId, control);
  }
  return client.decisions.recordControl(caseId, {
    result: act,
    taskId: decision.taskId || undefined,
    finding: text || undefined,
    findings: findingsOf(decision.found),
  });
}

/** Lines without a code are no findings; none at all are not sent. */
export function findingsOf(found: readonly FoundThing[]): ControlResult["findings"] {
  const named = found.filter(({ code }) => code !== "");
  if (named.length === 0) return undefined;
  return named.map(({ code, item }) => ({
    code,
    ...(item === "" ? {} : { item: Number(item) }),
  }));
}
