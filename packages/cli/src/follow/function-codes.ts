/** Function codes of notifications: their published names, and what they mean in plain words. */

interface Meaning {
  readonly name: string;
  readonly text: string;
}

const MEANINGS: Readonly<Record<string, Meaning>> = {
  "01": { name: "DMSACC", text: "accepted" },
  "02": { name: "DMSRCV", text: "received" },
  "03": { name: "DMSREJ", text: "rejected" },
  "05": { name: "DMSCTL", text: "goods will be examined" },
  "06": { name: "DMSDOC", text: "documents are asked for" },
  "07": { name: "DMSRES", text: "corrected" },
  "08": { name: "DMSROG", text: "released: the goods may leave, the debt is open" },
  "09": { name: "DMSCLE", text: "cleared: the formalities are done" },
  "10": { name: "DMSINV", text: "no longer valid" },
  "11": { name: "DMSREQ", text: "request decided" },
  "13": { name: "DMSTAX", text: "duties and taxes" },
  "14": { name: "DMSCPI", text: "the account does not cover the debt" },
  "15": { name: "DMSCPR", text: "reminder: payment is due" },
  "16": { name: "DMSEOG", text: "the goods have left the country" },
  "17": { name: "DMSEXT", text: "the goods left before their release" },
  "18": { name: "DMSGER", text: "proof of exit is missing" },
  "50": { name: "DMSALV", text: "another agency holds or refuses an item" },
  "51": { name: "DMSQRY", text: "customs asks a question" },
  "52": { name: "DMSDET", text: "goods detained" },
};

/** Codes that say more with their status. */
const WITH_STATUS: Readonly<Record<string, string>> = {
  "13/67": "duties and taxes, provisional",
  "13/4": "duties and taxes, final",
  "11/39": "request granted",
  "11/41": "request denied",
};

export function meaningOf(functionCode: string, statusCode?: string): Meaning {
  const meaning = MEANINGS[functionCode] ?? { name: "", text: "another notification" };
  const exact = WITH_STATUS[`${functionCode}/${statusCode ?? ""}`];
  return exact === undefined ? meaning : { ...meaning, text: exact };
}
