/**
 * Which message a root element begins: by profile, name and namespace, and later by a
 * discriminating value.
 */
import type { Codec, MessagePlan } from "../plan/plan.ts";

/** All messages of this root and namespace; empty when the profile has none. */
export function candidatesFor(codec: Codec, name: string, namespace: string | undefined) {
  const sameName = codec.byRoot.get(name) ?? [];
  if (namespace === undefined) return sameName;
  const lax = codec.acceptsMissingNamespaces && namespace === "";
  return sameName.filter((plan) => lax || plan.root.namespace === namespace);
}

/** The candidate to begin with: the one that applies when no discriminating value is met. */
export function firstChoice(candidates: readonly MessagePlan[]): MessagePlan | undefined {
  return candidates.find((plan) => !plan.definition.discriminator) ?? candidates[0];
}

/** Another message that the value of an element of the root calls for. */
export function choiceBy(
  candidates: readonly MessagePlan[],
  element: string,
  value: string,
): MessagePlan | undefined {
  return candidates.find((plan) => {
    const { discriminator } = plan.definition;
    return discriminator?.element === element && discriminator.in.includes(value);
  });
}
