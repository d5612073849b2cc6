/** Finds kinds by what they are to others. */
import type { FormalityKind, FormalityRole } from "@customhouse/model";

export function hasRole(kind: FormalityKind | undefined, role: FormalityRole): boolean {
  return kind?.roles?.includes(role) === true;
}

export function kindsWith(
  kinds: readonly FormalityKind[],
  role: FormalityRole,
): readonly FormalityKind[] {
  return kinds.filter((kind) => hasRole(kind, role));
}

/** The first of the role: what begins one where nobody says of which kind. */
export function kindWith(
  kinds: readonly FormalityKind[],
  role: FormalityRole,
): FormalityKind | undefined {
  return kinds.find((kind) => hasRole(kind, role));
}

/** Whether a formality of this kind has the role. */
export function isOfRole(
  kinds: readonly FormalityKind[],
  { kind }: { readonly kind: string },
  role: FormalityRole,
): boolean {
  return hasRole(
    kinds.find((entry) => entry.kind === kind),
    role,
  );
}

/** States of these kinds in which nothing more can happen. */
export function closedStates(kinds: readonly FormalityKind[]): readonly string[] {
  const closed = kinds.flatMap(({ states }) =>
    Object.entries(states).flatMap(([name, state]) => (state.closed === true ? [name] : [])),
  );
  return [...new Set(closed)];
}
