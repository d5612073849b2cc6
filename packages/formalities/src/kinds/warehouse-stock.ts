/** Stock in a customs warehouse: goods go in, stay suspended from duty, and leave by another declaration. */
import { type FormalityKind, words } from "@customhouse/model";
import { field } from "../definition/field.ts";
import { ENTRY_DECLARATION } from "../definition/field-groups.ts";
import { STATES } from "../definition/states.ts";
import { miss } from "../definition/steps.ts";

const STOCK = { account: "stock/{number}", unit: "{unit}" } as const;

export const warehouseStock: FormalityKind = {
  kind: "warehouseStock",
  title: words("Warehouse stock", "Stock en entrepôt", "Existencias en depósito", "مخزون المستودع"),
  prefix: "WHS",
  fields: [
    field(
      "warehouse",
      "code",
      words("Authorised warehouse", "Entrepôt autorisé", "Depósito autorizado", "المستودع المرخص"),
      { required: true },
    ),
    ENTRY_DECLARATION,
    field(
      "commodities",
      "commodities",
      words("Commodity code", "Code marchandise", "Código de mercancía", "رمز السلعة"),
      { required: true },
    ),
    field(
      "quantity",
      "decimal",
      words("Quantity placed", "Quantité placée", "Cantidad introducida", "الكمية المودعة"),
      { required: true },
    ),
    field("unit", "code", words("Unit", "Unité", "Unidad", "الوحدة"), { required: true }),
    field(
      "removed",
      "decimal",
      words("Quantity removed", "Quantité sortie", "Cantidad retirada", "الكمية المخرجة"),
    ),
    field(
      "removalMrn",
      "reference",
      words(
        "Declaration under which it leaves",
        "Déclaration de sortie",
        "Declaración de salida",
        "بيان الإخراج",
      ),
    ),
    field(
      "lost",
      "decimal",
      words(
        "Quantity lost or found missing",
        "Quantité perdue ou manquante",
        "Cantidad perdida o faltante",
        "الكمية المفقودة أو الناقصة",
      ),
    ),
    field(
      "until",
      "day",
      words(
        "Last day in the warehouse",
        "Dernier jour en entrepôt",
        "Último día en el depósito",
        "آخر يوم في المستودع",
      ),
    ),
  ],
  states: {
    announced: { title: words("Announced", "Annoncé", "Anunciado", "معلن") },
    stored: {
      title: words("In the warehouse", "En entrepôt", "En depósito", "في المستودع"),
      inForce: true,
    },
    overdue: { title: words("Overdue", "En retard", "Vencido", "متأخر") },
    closed: STATES.closed,
  },
  steps: [
    {
      step: "announce",
      title: words("Announce", "Annoncer", "Anunciar", "إعلان"),
      to: "announced",
      by: ["holder"],
    },
    {
      step: "place",
      title: words("Record entry", "Constater l'entrée", "Registrar la entrada", "تسجيل الإدخال"),
      from: ["announced"],
      to: "stored",
      by: ["customs"],
      gives: ["until"],
      tells: { functionCode: "01" },
      moves: [{ ...STOCK, amount: "quantity", counter: "outside/warehouse" }],
    },
    {
      step: "remove",
      title: words("Record removal", "Constater la sortie", "Registrar la salida", "تسجيل الإخراج"),
      from: ["stored", "overdue"],
      by: ["customs"],
      needs: ["removed", "removalMrn"],
      moves: [{ ...STOCK, amount: "-removed", counter: "outside/warehouse" }],
    },
    {
      step: "recordLoss",
      title: words("Record a loss", "Constater une perte", "Registrar una pérdida", "تسجيل فقد"),
      from: ["stored", "overdue"],
      by: ["customs"],
      needs: ["lost"],
      words: "needed",
      tells: { functionCode: "51" },
      moves: [{ ...STOCK, amount: "-lost", counter: "outside/warehouse-loss" }],
    },
    miss(
      words("Stay too long", "Dépasser le délai", "Exceder el plazo", "تجاوز المدة"),
      ["stored"],
      "overdue",
      "15",
    ),
    {
      step: "close",
      title: words("Close", "Clore", "Cerrar", "إغلاق"),
      from: ["stored", "overdue"],
      to: "closed",
      by: ["customs"],
      words: "allowed",
      tells: { functionCode: "09" },
    },
  ],
  clocks: [{ in: ["stored"], on: "until", step: "miss" }],
  legalReference: "Revised Kyoto Convention, Specific Annex D, chapter 1",
};
