import type { Status } from "@customhouse/api/shapes/status";

interface Words {
  readonly text?: string;
}
interface QueryWords {
  readonly id: string;
  readonly asked?: Words;
  readonly answered?: Words;
}

/** The words of a question and of its answer, as far as the reader may see them. */
export function queryText(status: Status | undefined, id: string) {
  const query = status?.queries?.find((one) => one.id === id) as QueryWords | undefined;
  return { asked: query?.asked?.text, answered: query?.answered?.text };
}
