/** Which fields a form for a step has, from the kind alone. */
import type {
  FormalityActor,
  FormalityField,
  FormalityKind,
  FormalityStep,
} from "@customhouse/model";
import type { Role } from "../session/session.ts";

const ACTORS: Readonly<Partial<Record<Role, FormalityActor>>> = {
  trader: "holder",
  officer: "customs",
  agency: "agency",
};

/** As whom a role takes steps. */
export function actorOf(role: Role): FormalityActor | undefined {
  return ACTORS[role];
}

export function beginStep(kind: FormalityKind, actor: FormalityActor): FormalityStep | undefined {
  return kind.steps.find(({ from, by }) => from === undefined && by.includes(actor));
}

export function nextStep(
  kind: FormalityKind,
  name: string,
  state: string,
  actor: FormalityActor,
): FormalityStep | undefined {
  return kind.steps.find(
    ({ step, from, by }) => step === name && from?.includes(state) && by.includes(actor),
  );
}

export interface StepFields {
  readonly needed: readonly FormalityField[];
  readonly allowed: readonly FormalityField[];
}

/**
 * A step that begins may give any field. What only others give in a later step is left out of the form: nobody applies
 * with the end of a permit that is not issued yet.
 */
export function fieldsOfStep(
  kind: FormalityKind,
  step: FormalityStep,
  actor: FormalityActor,
): StepFields {
  const { needs = [], gives = [] } = step;
  const begins = step.from === undefined;
  const open = kind.fields.filter(({ computed }) => !computed);
  const isNeeded = ({ name, required }: FormalityField) =>
    needs.includes(name) || (begins && required === true);
  const isAllowed = (field: FormalityField) =>
    gives.includes(field.name) ||
    (begins && field.secret !== true && !isOthers(kind, field.name, actor));
  return {
    needed: open.filter(isNeeded),
    allowed: open.filter((field) => !isNeeded(field) && isAllowed(field)),
  };
}

function isOthers(kind: FormalityKind, field: string, actor: FormalityActor): boolean {
  const naming = kind.steps.filter(({ needs = [] }) => needs.includes(field));
  const own = kind.steps.some(
    ({ by, needs = [], gives = [] }) => by.includes(actor) && [...needs, ...gives].includes(field),
  );
  return naming.length > 0 && !own;
}
