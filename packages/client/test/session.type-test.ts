/** Checked by the compiler alone: what a caller may give, and what it gets, follow from the contract. */
import type { Answer } from "@customhouse/api";
import type { Session } from "../src/index.ts";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export async function typed(session: Session): Promise<void> {
  const status = await session.get("/v1/declarations/{mrn}", { params: { mrn: "26XA7K2M9Q" } });
  const same: Same<typeof status, Answer<"declaration.status">> = true;
  const lane: "red" | "yellow" | "blue" | "green" | undefined = status.lane;
  const page = await session.get("/v1/declarations", { query: { lane: "red", limit: 10 } });
  const next: string | undefined = page.next;
  const policy = await session.post("/v1/risk/policies/{version}/backtest", {
    params: { version: 3 },
  });
  const played: number = "played" in policy ? policy.played : 0;
  await session.get("/v1/samples");
  await session.post("/v1/declarations", { message: "<Declaration/>", idempotencyKey: "one" });
  console.log(same, lane, next, played);

  // @ts-expect-error there is no such address
  await session.get("/v1/nothing");
  // @ts-expect-error the address takes no such method
  await session.get("/v1/payments");
  // @ts-expect-error the parameter of the address is missing
  await session.get("/v1/declarations/{mrn}");
  // @ts-expect-error there is no such parameter
  await session.get("/v1/declarations", { query: { ucr: "NOPE" } });
  // @ts-expect-error a body is needed
  await session.post("/v1/payments");
  // @ts-expect-error amounts are digits in a text
  await session.post("/v1/payments", { json: { mrn: "M", amountMinor: 5, reference: "R" } });
  // @ts-expect-error nothing of that name is answered
  status.colour;
}
