/** The words of queries and answers: events hold their digest, the erasable payload holds them. */
import type { CaseHistory } from "../contract.ts";

/** The body with its text, where the event has one and it was not erased. */
export async function withText(
  history: Pick<CaseHistory, "document">,
  caseId: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const { textDigest, ...rest } = body;
  if (typeof textDigest !== "string") return body;
  const found = await history.document(caseId, textDigest);
  return found === undefined ? rest : { ...rest, text: new TextDecoder().decode(found.content) };
}
