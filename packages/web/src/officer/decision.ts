import type { Acted, CustomhouseClient } from "@customhouse/client";

export type Act = "satisfactory" | "detained" | "refused" | "order" | "query";

export interface Decision {
  readonly act: Act | "";
  /** Finding, or question. */
  readonly text: string;
  readonly control: "documentary" | "physical" | "non-blocking" | "";
  /** Empty: the control that is open. */
  readonly taskId: string;
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
  });
}
