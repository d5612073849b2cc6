/** Words that say little about who somebody is: forms of companies, particles and titles, in Latin letters. */

/** Long forms and their spelling as one word. Both sides are written as `nameTokens` writes them. */
const LONG_FORMS: readonly (readonly [words: string, form: string])[] = [
  ["limited liability company", "llc"],
  ["public limited company", "plc"],
  ["private limited", "ltd"],
  ["pvt ltd", "ltd"],
  ["pty ltd", "ltd"],
  ["sendirian berhad", "bhd"],
  ["sdn bhd", "bhd"],
  ["gesellschaft mit beschrankter haftung", "gmbh"],
  ["gesellschaft mit beschraenkter haftung", "gmbh"],
  ["aktiengesellschaft", "ag"],
  ["societe a responsabilite limitee", "sarl"],
  ["societe anonyme", "sa"],
  ["sociedad anonima", "sa"],
  ["sociedad de responsabilidad limitada", "srl"],
  ["sociedad limitada", "sl"],
  ["sociedade anonima", "sa"],
  ["societa a responsabilita limitata", "srl"],
  ["societa per azioni", "spa"],
  ["besloten vennootschap", "bv"],
  ["obshchestvo s ogranichennoy otvetstvennostyu", "ooo"],
  ["aktsionernoe obshchestvo", "ao"],
  ["publichnoe aktsionernoe obshchestvo", "pao"],
  ["anonim sirketi", "as"],
  ["limited sirketi", "ltd"],
  ["s a r l", "sarl"],
  ["s a", "sa"],
  ["l l c", "llc"],
  ["b v", "bv"],
  ["limited", "ltd"],
  ["incorporated", "inc"],
  ["corporation", "corp"],
  ["company", "co"],
  ["compagnie", "co"],
  ["compania", "co"],
  ["youxiangongsi", "ltd"],
  ["zhushihuishe", "kk"],
  ["kabushiki kaisha", "kk"],
];

const WEAK = new Set(
  (
    "ltd llc plc inc corp co lp llp gmbh ag kg ohg ug ev sa sarl sas sasu srl spa sl bv nv ab as asa oy oyj aps " +
    "ooo oao zao pao ao ip tov kk bhd pt cv jsc ojsc cjsc pjsc fze fzco fzc dmcc wll psc saoc saog bsc " +
    "shrkh sharika sharikat muassasa mussh mhdwdh dhmm sti sirketi doo dd ad ood eood kft zrt sro " +
    "al el ul de da do dos das del della di du des le la les los las van von der den ter bin ibn bint ben y e i and und et the of for " +
    "mr mrs ms dr eng sheikh mv ms mt"
  ).split(" "),
);

/** What very many companies call themselves. */
const GENERIC = new Set(
  (
    "import export imports exports trading trade general international group holding holdings enterprise enterprises " +
    "services service industries industrial commercial comercial global logistics transport shipping impex"
  ).split(" "),
);

const BY_FIRST = new Map<string, (readonly [words: readonly string[], form: string])[]>();
for (const [words, form] of LONG_FORMS) {
  const parts = words.split(" ");
  const first = parts[0] ?? "";
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), [parts, form]]);
}

/** The longest known form wins; other words stay. */
export function canonicalForms(words: readonly string[]): readonly string[] {
  if (!words.some((word) => BY_FIRST.has(word))) return words;
  const out: string[] = [];
  for (let index = 0; index < words.length; ) {
    const found = formAt(words, index);
    out.push(found?.[1] ?? words[index] ?? "");
    index += found?.[0].length ?? 1;
  }
  return out;
}

function formAt(words: readonly string[], at: number) {
  return (BY_FIRST.get(words[at] ?? "") ?? [])
    .filter(([parts]) => parts.every((part, offset) => words[at + offset] === part))
    .sort(([a], [b]) => b.length - a.length)[0];
}

export function isWeakWord(token: string): boolean {
  return WEAK.has(token);
}

export function isGenericWord(token: string): boolean {
  return GENERIC.has(token);
}
