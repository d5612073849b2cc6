/**
 * The trader master data message: one trader's record in the party classes of the WCO Data Model, for creating, updating,
 * asking and telling. The master record is kept in the message's own form, so that nothing is lost between the two.
 */
import {
  type MessageProfile,
  ownMessages,
  type TraderMasterData,
  type WcoDocument,
} from "@customhouse/model";

/** What a person or system states of the trader; all else follows from the registration. */
export type MasterRecord = Pick<
  TraderMasterData,
  "Name" | "TypeCode" | "Address" | "Communication" | "Contact" | "AdditionalInformation"
>;

export interface RegisteredTrader {
  readonly tin: string;
  /** Where the registration stands: `applied`, `active` and so on. */
  readonly state: string;
  /** ISO instant of the last change. */
  readonly changed: string;
  readonly master: MasterRecord;
  readonly roles: readonly string[];
  /** In which it wants to be told: two letters. */
  readonly language?: string;
  readonly authorisations: readonly string[];
  readonly verifiedContacts: readonly string[];
  readonly mergedInto?: string;
}

/** UN/EDIFACT 1225: 9 original, 5 replace, 13 request, 11 response. */
export const MASTER_DATA_FUNCTIONS = {
  create: "9",
  update: "5",
  query: "13",
  notify: "11",
} as const;
export type MasterDataFunction = keyof typeof MASTER_DATA_FUNCTIONS;

const STATE_CODES: Readonly<Record<string, string>> = {
  applied: "APP",
  questioned: "QST",
  verified: "VFD",
  active: "ACT",
  suspended: "SUS",
  merged: "MRG",
  closed: "CLO",
  refused: "REF",
};

/** AdditionalInformation/StatementTypeCode of what the registration adds to the record. */
const OWN_STATEMENTS = {
  role: "ROL",
  language: "LAN",
  verified: "VER",
  mergedInto: "MRG",
} as const;
const OWN_CODES: ReadonlySet<string> = new Set(Object.values(OWN_STATEMENTS));

/** Master data messages are the same everywhere: their arrangement is not a country's. */
export const masterDataProfile: MessageProfile = {
  country: "ZZ",
  messages: ownMessages.filter(({ type }) => type === "traderMasterData"),
  extensions: [],
  informationPackages: [],
  codeLists: [],
  missingNamespaces: "refused",
};

export function masterDataMessage(
  trader: RegisteredTrader,
  about: MasterDataFunction,
): WcoDocument {
  const { tin, state, changed, master, roles, authorisations } = trader;
  const { language, verifiedContacts, mergedInto } = trader;
  const { AdditionalInformation: stated = [], ...record } = master;
  const own = [
    ...roles.map((role) => ({ StatementCode: role, StatementTypeCode: OWN_STATEMENTS.role })),
    ...(language === undefined
      ? []
      : [{ StatementCode: language, StatementTypeCode: OWN_STATEMENTS.language }]),
    ...verifiedContacts.map((contact) => ({
      StatementDescription: contact,
      StatementTypeCode: OWN_STATEMENTS.verified,
    })),
    ...(mergedInto === undefined
      ? []
      : [{ StatementCode: mergedInto, StatementTypeCode: OWN_STATEMENTS.mergedInto }]),
  ];
  const information = [...stated, ...own];
  return {
    TraderMasterData: {
      FunctionCode: MASTER_DATA_FUNCTIONS[about],
      IssueDateTime: dateTime304(changed),
      "IssueDateTime@formatCode": "304",
      ID: tin,
      ...record,
      ...(information.length === 0 ? {} : { AdditionalInformation: information }),
      ...(authorisations.length === 0
        ? {}
        : { AuthorisationHolder: authorisations.map((code) => ({ ID: tin, CategoryCode: code })) }),
      Status: { NameCode: STATE_CODES[state] ?? "" },
    },
  };
}

export interface ReadMasterData {
  readonly about: MasterDataFunction;
  readonly tin: string;
  readonly trader: RegisteredTrader;
}

/** Undefined when it is no master data message, or its function or state is not known. */
export function readMasterData(document: WcoDocument): ReadMasterData | undefined {
  const message = document.TraderMasterData;
  const about = (Object.keys(MASTER_DATA_FUNCTIONS) as MasterDataFunction[]).find(
    (name) => MASTER_DATA_FUNCTIONS[name] === message?.FunctionCode,
  );
  if (message === undefined || about === undefined) return undefined;
  const { Status, IssueDateTime, AuthorisationHolder = [], AdditionalInformation = [] } = message;
  const code = Status?.NameCode;
  const state = Object.keys(STATE_CODES).find((name) => STATE_CODES[name] === code);
  if (code !== undefined && state === undefined) return undefined;
  const ofType = (type: string) =>
    AdditionalInformation.filter((entry) => entry.StatementTypeCode === type);
  const stated = AdditionalInformation.filter(
    ({ StatementTypeCode = "" }) => !OWN_CODES.has(StatementTypeCode),
  );
  const mergedInto = ofType(OWN_STATEMENTS.mergedInto)[0]?.StatementCode;
  const language = ofType(OWN_STATEMENTS.language)[0]?.StatementCode;
  const { Name, TypeCode, Address, Communication, Contact } = message;
  const master = withoutAbsent({
    Name,
    TypeCode,
    Address,
    Communication,
    Contact,
    ...(stated.length === 0 ? {} : { AdditionalInformation: stated }),
  });
  return {
    about,
    tin: message.ID ?? "",
    trader: {
      tin: message.ID ?? "",
      state: state ?? "applied",
      changed: instantOf304(IssueDateTime),
      master,
      roles: ofType(OWN_STATEMENTS.role).flatMap((entry) => entry.StatementCode ?? []),
      authorisations: AuthorisationHolder.flatMap((entry) => entry.CategoryCode ?? []),
      verifiedContacts: ofType(OWN_STATEMENTS.verified).flatMap(
        (entry) => entry.StatementDescription ?? [],
      ),
      ...(mergedInto === undefined ? {} : { mergedInto }),
      ...(language === undefined ? {} : { language }),
    },
  };
}

function withoutAbsent(record: MasterRecord): MasterRecord {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

/** EDIFACT date format 304: CCYYMMDDHHMMSSZZZ. */
function dateTime304(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:T]/g, "")}Z`;
}

function instantOf304(text = ""): string {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  return year === undefined ? "" : `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}
