/** Folds an event into the case. Total over every event type; refuses a state change that is not in the table. */
import type { Case, ControlTask, Registration } from "./case.ts";
import type { CaseEvent, EventBodies, EventType } from "./event.ts";
import { added, withDeadline } from "./fold.ts";
import { checkDecided, checkOpened, checkOverdue, checkWithdrawn } from "./fold-agencies.ts";
import { isQuotaAccount } from "./tariff/quota.ts";
import { violations } from "./transitions.ts";

/** A bug, not bad input: the core tried to leave its own transition table. */
export class TransitionError extends Error {
  override readonly name = "TransitionError";
}

export function apply(before: Case | undefined, event: CaseEvent, caseId: string): Case {
  const start = before ?? emptyCase(event, caseId);
  const changed = handler(event.type)(start, event.body as never, event.at);
  const after: Case = { ...changed, eventCount: start.eventCount + 1 };
  const problems = violations(start, after, event.type);
  if (problems.length > 0) throw new TransitionError(problems.join("; "));
  return after;
}

/** The deadline at which the cargo reports are told. */
const CARGO = "cargo";
/** The deadlines at which a simplified declaration is to be completed, and at which those that are completed are told. */
const SUPPLEMENT = "supplement";
const REMIND_SUPPLEMENT = "remind-supplement";
const SIMPLIFIED = "simplified";

type Handler<T extends EventType> = (state: Case, body: EventBodies[T], at: string) => Case;

function handler<T extends EventType>(type: T): Handler<T> {
  return HANDLERS[type] as Handler<T>;
}

function emptyCase(event: CaseEvent, caseId: string): Case {
  if (event.type !== "DeclarationRegistered") {
    throw new TransitionError(`a case begins with DeclarationRegistered, not ${event.type}`);
  }
  return {
    caseId,
    ...registrationFields(event.body),
    version: 1,
    eventCount: 0,
    control: "received",
    agencies: "none",
    debt: "none",
    goods: "expected",
    tasks: [],
    checks: [],
    queries: [],
    requests: [],
    duty: [],
    reserved: [],
    corrected: false,
    standByOver: false,
    at: {},
    deadlines: [],
  };
}

function registrationFields(body: Registration) {
  const { country, lrn, mrn, declarant, submitter, parties, direction, declarationType } = body;
  const { debtors, dataSet, assessed, exitExpected, debtAtRelease, ucrs, documentDigest, items } =
    body;
  const { form } = body;
  return {
    country,
    lrn,
    mrn,
    declarant,
    submitter,
    ...(debtors === undefined ? {} : { debtors }),
    parties,
    direction,
    declarationType,
    dataSet,
    assessed,
    exitExpected,
    debtAtRelease,
    ucrs,
    ...(form === undefined ? {} : { form }),
    documentDigest,
    items,
  };
}

const HANDLERS: { readonly [T in EventType]: Handler<T> } = {
  DeclarationRegistered: (state, body, at) =>
    withDeadline(
      {
        ...state,
        control: body.prelodged ? "prelodged" : "received",
        at: { ...state.at, registered: at },
      },
      "arrival",
      body.arrivalBy,
    ),
  DeclarationRejected: (state, _body, at) => closed({ ...state, control: "rejected" }, at),
  DeclarationAccepted: (state, body, at) =>
    withDeadline(
      {
        ...state,
        control: "accepted",
        declarationType: body.declarationType,
        version: body.version,
        corrected: state.corrected || body.corrected,
        at: { ...state.at, accepted: at },
      },
      "arrival",
    ),
  DeclarationExpired: (state, _body, at) => closed({ ...state, control: "expired" }, at),
  LaneAssigned: (state, body) =>
    withDeadline(
      { ...state, lane: body.lane, laneChance: body.probability, standByOver: false },
      "stand-by",
      body.standByUntil,
    ),
  DocumentsRequested: (state, body) =>
    withDeadline(
      withTask(state, {
        id: body.task,
        kind: body.blocking ? "documentary" : "non-blocking",
        state: "open",
        blocking: body.blocking,
        dueAt: body.limit,
      }),
      "documents",
      body.limit,
    ),
  DocumentsReminded: (state, body) => withDeadline(state, "documents", body.limit),
  DocumentSupplied: (state) => state,
  ExaminationOrdered: (state, body) =>
    withTask(state, { id: body.task, kind: "physical", state: "open", blocking: true }),
  ControlSimulated: (state, body) => withDeadline(state, "simulated-control", body.dueAt),
  ControlResultRecorded: controlResult,
  GoodsDetained: (state) => ({ ...state, control: "detained" }),
  PositionReached: (state) => ({ ...state, control: "positive" }),
  StandByEnded: (state) => withDeadline({ ...state, standByOver: true }, "stand-by"),
  AgencyCheckOpened: checkOpened,
  AgencyReminded: (state, body) => withDeadline(state, `remind:${body.check}`),
  AgencyEscalated: checkOverdue,
  AgencySubstituted: checkOverdue,
  InspectionBooked: ({ inspectionAfter: _full, ...state }, body) => ({
    ...withDeadline(state, "inspection"),
    inspection: body,
  }),
  InspectionWaits: (state, body) => ({
    ...withDeadline(state, "inspection", body.retryAt),
    inspectionAfter: body.after,
  }),
  InspectionEnded: ({ inspection: _ended, inspectionAfter: _full, ...state }) =>
    withDeadline(state, "inspection"),
  AgencyDecided: checkDecided,
  AgencyCheckWithdrawn: checkWithdrawn,
  AgencyOverdue: (state, body) => withDeadline(state, `agency:${body.check}`),
  DebtAssessed: (state, body) => ({
    ...state,
    debt: body.kind === "final" ? "final" : "provisional",
    duty: body.lines,
  }),
  DebtReserved: (state, body) =>
    withDeadline(
      { ...state, debt: "reserved", reserved: added(state, body.reservations) },
      "payment",
    ),
  ReservationFailed: (state, body) =>
    withDeadline({ ...state, debt: "blocked" }, "payment", body.remindAt),
  PaymentRequested: (state, body) =>
    withDeadline(
      { ...state, debt: "blocked", reserved: added(state, body.reservations ?? []) },
      "payment",
      body.remindAt,
    ),
  PaymentReminded: (state, body) => withDeadline(state, "payment", body.remindAt),
  PaymentReceived: (state) => withDeadline({ ...state, debt: "reserved" }, "payment"),
  QuotaClaimed: (state, { day, claims, critical }) => ({
    ...state,
    quota: {
      day,
      open: claims.length > 0,
      ...(critical === undefined ? {} : { critical }),
      claims,
    },
    reserved: state.reserved.filter(({ account }) => !isQuotaAccount(account)),
  }),
  QuotaAllocated: (state, { claims }) => ({
    ...state,
    quota: { ...state.quota, day: state.quota?.day ?? "", open: false, claims },
    reserved: added(
      state,
      claims.map(({ account, unit, grantedMinor = "0" }) => ({
        account,
        unit,
        amountMinor: grantedMinor,
      })),
    ),
  }),
  QuotaUsed: (state, body) => ({ ...state, reserved: added(state, body.reservations) }),
  PermitsAdjusted: (state, body) => ({ ...state, reserved: added(state, body.reservations) }),
  PermitsWrittenOff: (state, body) => ({ ...state, reserved: added(state, body.reservations) }),
  AppealCarriedOut: (state, { quotas, ...outcome }) => ({
    ...state,
    appeals: [...(state.appeals ?? []), outcome],
    // What went back is claimed no longer, so that it is not shared out to anybody twice.
    ...(quotas.length === 0 || state.quota === undefined
      ? {}
      : { quota: { ...state.quota, open: false, claims: [] } }),
  }),
  CargoMatched: (state, { tellAt, ...cargo }) => withDeadline({ ...state, cargo }, CARGO, tellAt),
  CargoWrittenOff: (state, { reservations, tellAt }) =>
    withDeadline(
      {
        ...state,
        cargo: { claims: [], mismatches: [], ...state.cargo, isWrittenOff: true },
        reserved: added(state, reservations),
      },
      CARGO,
      tellAt,
    ),
  CargoTold: (state) => withDeadline(state, CARGO),
  StockPlanned: (state, { entering }) => ({ ...state, stock: { entering } }),
  StockMoved: (state, { entered, left }) => ({
    ...state,
    stock: { entering: entered, isMoved: true, left },
    reserved: added(state, left),
  }),
  StockRestored: ({ stock: _undone, ...state }) => state,
  DebtReturned: (state, body) => ({
    ...state,
    debt: "returned",
    reserved: added(state, body.reservations),
  }),
  GoodsArrived: (state) => ({ ...state, goods: "presented" }),
  GoodsReleased: (state, body, at) =>
    withDeadline(
      withDeadline(
        withDeadline({ ...state, at: { ...state.at, released: at } }, "quota", body.quotaAt),
        SUPPLEMENT,
        body.supplementBy,
      ),
      REMIND_SUPPLEMENT,
      body.supplementRemindAt,
    ),
  RulingsNamed: (state, { rulings }) => ({ ...state, rulings }),
  SupplementReminded: (state) => withDeadline(state, REMIND_SUPPLEMENT),
  SupplementOverdue: (state) => withDeadline({ ...state, isSupplementOverdue: true }, SUPPLEMENT),
  SimplifiedNamed: (state, { completes }) => ({ ...state, supplements: { completes } }),
  SimplifiedSettled: (state, { reservations, tellAt }) =>
    withDeadline(
      {
        ...state,
        supplements: { completes: [], ...state.supplements, isSettled: true },
        reserved: added(state, reservations),
      },
      SIMPLIFIED,
      tellAt,
    ),
  SimplifiedTold: (state) => withDeadline(state, SIMPLIFIED),
  DeclarationSupplemented: (state, { supplementary, reservations }) => ({
    ...state,
    debt: state.debt === "none" ? "none" : "returned",
    supplementedBy: supplementary,
    reserved: added(state, reservations),
  }),
  CorrectionsApplied: (state) => ({ ...state, corrected: false }),
  GoodsCleared: (state, body, at) => ({
    ...state,
    at: { ...state.at, released: state.at.released ?? at, cleared: at },
    deadlines: [
      ...state.deadlines.filter(({ kind }) => kind === CARGO || kind === SIMPLIFIED),
      ...(body.exitBy === undefined ? [] : [{ kind: "exit", dueAt: body.exitBy }]),
    ],
  }),
  GoodsExited: (state, _body, at) =>
    withDeadline({ ...state, goods: "exited", at: { ...state.at, exited: at } }, "exit"),
  MovementRecorded: (state) => state,
  ExitOverdue: (state) => withDeadline(state, "exit"),
  AmendmentReceived: (state, body) => ({
    ...state,
    requests: [...state.requests, { id: body.request, kind: "amendment", state: "open" }],
  }),
  AmendmentRejected: (state) => state,
  CancellationReceived: (state, body) => ({
    ...state,
    requests: [...state.requests, { id: body.request, kind: "cancellation", state: "open" }],
  }),
  RequestDecided: (state, body) => ({
    ...state,
    requests: state.requests.map((request) =>
      request.id === body.request ? { ...request, state: body.verdict } : request,
    ),
  }),
  DeclarationAmended: (state, body) => ({
    ...state,
    ...body.registration,
    control: state.control === "positive" ? "accepted" : state.control,
    version: body.version,
    documentDigest: body.documentDigest,
    items: body.items,
    corrected: true,
  }),
  DeclarationInvalidated: (state, _body, at) => closed({ ...state, control: "invalidated" }, at),
  QueryRaised: (state, body) => ({
    ...state,
    queries: [...state.queries, { id: body.query, state: "open" }],
  }),
  QueryAnswered: (state, body) => ({
    ...state,
    queries: state.queries.map((query) =>
      query.id === body.query ? { ...query, state: "answered" } : query,
    ),
  }),
  PersonalDataErased: (state, { reason }, at) => ({ ...state, erased: { at, reason } }),
};

/** Every type of event that there is. */
export const EVENT_TYPES = Object.keys(HANDLERS) as readonly EventType[];

function controlResult(state: Case, body: EventBodies["ControlResultRecorded"]): Case {
  const tasks = state.tasks.map((task): ControlTask => {
    const concluded = task.id === body.task && body.result === "satisfactory";
    return concluded ? { ...task, state: "done" } : task;
  });
  const blocked = tasks.some((task) => task.blocking && task.state === "open");
  const control = state.control === "positive" ? "positive" : blocked ? "controlled" : "accepted";
  const concluded: Case = {
    ...state,
    tasks,
    control: body.result === "satisfactory" ? control : state.control,
  };
  const open = withDeadline(concluded, "simulated-control");
  const documentsOpen = tasks.some((task) => task.kind !== "physical" && task.state === "open");
  return documentsOpen ? open : withDeadline(open, "documents");
}

function withTask(state: Case, task: ControlTask): Case {
  const control = task.blocking && state.control !== "detained" ? "controlled" : state.control;
  return { ...state, control, tasks: [...state.tasks, task] };
}

function closed({ quota: _over, ...state }: Case, at: string): Case {
  // Reports that knew of the declaration are told that it is over.
  const deadlines = (state.cargo?.claims ?? []).length > 0 ? [{ kind: CARGO, dueAt: at }] : [];
  return { ...state, at: { ...state.at, closed: at }, deadlines };
}
