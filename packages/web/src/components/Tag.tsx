import type { ReactNode } from "react";

export type TagColour = "grey" | "blue" | "green" | "yellow" | "red" | "orange" | "teal";

export function Tag({
  colour,
  children,
}: {
  readonly colour: TagColour;
  readonly children: ReactNode;
}) {
  return <strong className={`govuk-tag govuk-tag--${colour}`}>{children}</strong>;
}
