/** One word for where a declaration stands, made from its four regions. The lane is never part of it. */
import type { Regions } from "@customhouse/api/shapes/case-summary";
import type { TagColour } from "../components/Tag.tsx";

export interface StatusWord {
  /** Key below `status` in the catalogues. */
  readonly key: string;
  readonly colour: TagColour;
}

interface Standing extends Regions {
  readonly cleared?: boolean;
}

const ENDED: Readonly<Record<string, StatusWord>> = {
  rejected: { key: "rejected", colour: "red" },
  expired: { key: "expired", colour: "grey" },
  invalidated: { key: "invalidated", colour: "grey" },
  prelodged: { key: "prelodged", colour: "blue" },
  detained: { key: "detained", colour: "red" },
  controlled: { key: "controlled", colour: "yellow" },
};

export function statusWord(standing: Standing): StatusWord {
  const { control, agencies, debt, goods, cleared } = standing;
  const plain = ENDED[control];
  if (plain) return plain;
  if (agencies === "refused") return { key: "refused", colour: "red" };
  if (goods === "exited") return { key: "exited", colour: "green" };
  if (cleared) return { key: "cleared", colour: "green" };
  if (agencies === "pending" || agencies === "held") return { key: "agencies", colour: "yellow" };
  if (debt === "blocked") return { key: "payment", colour: "orange" };
  if (control !== "positive") return { key: "accepted", colour: "blue" };
  const final = debt === "final" || debt === "none";
  return final ? { key: "cleared", colour: "green" } : { key: "released", colour: "teal" };
}
