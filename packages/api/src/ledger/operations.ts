/** Accounts of the ledger. Amounts are whole numbers of the smallest unit, as text. */
import { z } from "@hono/zod-openapi";
import { contract, json } from "../operation.ts";
import type { Shape } from "../shape.ts";
import { amount, EXAMPLE, instant, pageOf, pageQuery, whole } from "../shapes/basic.ts";

const head = { method: "get", tag: "Accounts", headers: ["Purpose"], errors: [] } as const;

const summary = z
  .object({
    account: z.string(),
    holder: z.string(),
    kind: z.enum(["guarantee", "deferment", "cash", "permit"]),
    unit: z.string(),
    amountMinor: amount,
    floorMinor: amount,
    securedBy: z
      .string()
      .optional()
      .openapi({ description: "The guarantee behind a deferment account" }),
    inForce: z.boolean(),
  })
  .openapi("AccountSummary");

const account = z
  .object({
    account: z.string(),
    balances: z.array(z.object({ unit: z.string(), amountMinor: amount, floorMinor: amount })),
    lines: z.array(
      z.object({
        position: z.string(),
        at: instant,
        unit: z.string(),
        amountMinor: amount,
        other: z.string(),
      }),
    ),
  })
  .openapi("Account");

const stockLine = z
  .object({ owner: z.string(), commodity: z.string(), unit: z.string(), amountMinor: amount })
  .openapi("StockLine");

const ledgerCheck = z
  .object({
    sound: z.boolean(),
    transfers: z.string(),
    accounts: z.number(),
    drifted: z.array(z.object({ account: z.string(), unit: z.string(), by: amount })),
    belowFloor: z.array(z.string()),
    overdrawnCases: z.array(z.string()),
  })
  .openapi("LedgerCheck");

export type AccountSummary = Shape<typeof summary>;
export type Account = Shape<typeof account>;
export type StockLine = Shape<typeof stockLine>;
export type LedgerCheck = Shape<typeof ledgerCheck>;

export const accountList = contract({
  ...head,
  id: "account.list",
  path: "/v1/accounts",
  summary: "Accounts of a holder with their balances: guarantees, deferment, cash, permits",
  query: pageQuery.extend({ holder: z.string().min(1).max(35).optional() }),
  answers: {
    200: json("By number; amounts in smallest units", pageOf(summary), {
      items: [
        {
          account: "DEF26XA7K2M9Q4T1",
          holder: EXAMPLE.tin,
          kind: "deferment",
          unit: "USD",
          amountMinor: "-6000",
          floorMinor: "-5000000",
          securedBy: "GUA26XA7K2M9Q4T1",
          inForce: true,
        },
      ],
    }),
  },
});

export const accountRead = contract({
  ...head,
  id: "account.read",
  path: "/v1/accounts/{account}",
  summary: "Balance and movements of a guarantee, deferment or cash account, or of a permit",
  params: z.object({ account: z.string().regex(/^[\w.-]{1,64}$/) }),
  query: z.object({
    limit: whole(1, 200).default(50),
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
  }),
  answers: {
    200: json("Amounts in smallest units; newest first", account, {
      account: "DEF26XA7K2M9Q4T1",
      balances: [{ unit: "USD", amountMinor: "-6000", floorMinor: "-5000000" }],
      lines: [
        {
          position: "12",
          at: EXAMPLE.at,
          unit: "USD",
          amountMinor: "-6000",
          other: `case/${EXAMPLE.caseId}`,
        },
      ],
    }),
  },
});

export const accountStock = contract({
  ...head,
  id: "account.stock",
  path: "/v1/stocks/{authorisation}",
  summary: "What is in a customs warehouse, in transit or under temporary admission, by owner",
  params: z.object({ authorisation: z.string().regex(/^[A-Z0-9]{3,40}$/) }),
  answers: {
    200: json(
      "Amounts in millionths of the unit",
      z.object({ authorisation: z.string(), items: z.array(stockLine) }),
      {
        authorisation: "WHS26XA7K2M9Q4T1",
        items: [
          {
            owner: EXAMPLE.tin,
            commodity: "02013000",
            unit: "KGM",
            amountMinor: "250000000",
          },
        ],
      },
    ),
  },
});

export const accountCheck = contract({
  ...head,
  id: "account.check",
  path: "/v1/ledger/check",
  summary: "Add up the whole ledger: is every balance the sum of its transfers",
  headers: [],
  answers: {
    200: json("What is wrong, if anything", ledgerCheck, {
      sound: true,
      transfers: "120",
      accounts: 14,
      drifted: [],
      belowFloor: [],
      overdrawnCases: [],
    }),
  },
});
