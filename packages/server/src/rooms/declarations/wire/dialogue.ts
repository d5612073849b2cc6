/** The words of queries and answers: events hold their digest, the erasable payload holds them. */
import type { CaseHistory } from "../contract.ts";

/** Undefined where nothing was said, or where it was erased. */
export async function textOf(
  history: Pick<CaseHistory, "payload">,
  caseId: string,
  textDigest: string | undefined,
): Promise<string | undefined> {
  const found = textDigest === undefined ? undefined : await history.payload(caseId, textDigest);
  return found && new TextDecoder().decode(found.content);
}

/** The body with its text in place of the text's digest. */
export async function withText(
  history: Pick<CaseHistory, "payload">,
  caseId: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const { textDigest, ...rest } = body;
  if (typeof textDigest !== "string") return body;
  const text = await textOf(history, caseId, textDigest);
  return text === undefined ? rest : { ...rest, text };
}
