/** The goods: where they are, permits, manifests, stocks, rulings, simplified declarations, release and exit. */
import { z } from "@hono/zod-openapi";
import { amount, instant } from "../../shapes/basic.ts";
import { namedRuling } from "../../shapes/status.ts";
import { entry, nothing, reservations } from "./entry.ts";

const text = z.string();
const texts = z.array(text);

export const goodsEvents = [
  entry(
    "GoodsArrived",
    z.object({
      by: z.enum(["presentation", "movement", "declaration"]),
      dataSet: text,
      location: text.optional(),
    }),
  ),
  entry(
    "GoodsReleased",
    z.object({
      quotaAt: instant.optional(),
      supplementBy: instant.optional(),
      supplementRemindAt: instant.optional(),
    }),
  ),
  entry("GoodsCleared", z.object({ exitBy: instant.optional() })),
  entry(
    "GoodsExited",
    z.object({ irregular: z.boolean(), monitored: z.boolean(), office: text.optional() }),
  ),
  entry("MovementRecorded", z.object({ movement: z.enum(["arrival", "departure"]) })),
  entry("ExitOverdue", nothing),
  entry("PermitsAdjusted", z.object({ reservations })),
  entry("PermitsWrittenOff", z.object({ reservations })),
  entry(
    "CargoMatched",
    z.object({
      claims: z.array(
        z.object({
          report: text,
          document: text,
          account: text,
          unit: text,
          amountMinor: amount,
        }),
      ),
      mismatches: z
        .array(
          z.object({
            code: z.enum(["no-line", "closed", "packages", "mass", "container"]),
            document: text.optional(),
            declared: text.optional(),
            reported: text.optional(),
          }),
        )
        .optional(),
      containers: texts.optional(),
      tellAt: instant,
    }),
  ),
  entry("CargoWrittenOff", z.object({ reservations, tellAt: instant })),
  entry("CargoTold", nothing),
  entry("StockPlanned", z.object({ entering: reservations })),
  entry("StockMoved", z.object({ entered: reservations, left: reservations })),
  entry("StockRestored", nothing),
  entry("RulingsNamed", z.object({ rulings: z.array(namedRuling) })),
  entry("SupplementReminded", z.object({ limit: instant })),
  entry("SupplementOverdue", nothing),
  entry(
    "SimplifiedNamed",
    z.object({
      completes: z.array(
        z.object({ mrn: text, caseId: z.uuid(), accepted: instant, secured: reservations }),
      ),
    }),
  ),
  entry("SimplifiedSettled", z.object({ reservations, tellAt: instant })),
  entry("SimplifiedTold", nothing),
  entry("DeclarationSupplemented", z.object({ supplementary: text, reservations })),
] as const;
