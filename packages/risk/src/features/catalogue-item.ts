/** Features that repeat or combine what was declared of one goods item. Models know their order. */
import { words } from "@customhouse/model";
import type { DeclaredFeature } from "./feature.ts";

export const ITEM_FEATURES: readonly DeclaredFeature[] = [
  [
    "sequence",
    "int",
    words(
      "Number of the goods item.",
      "Numéro de l’article.",
      "Número del artículo.",
      "رقم الصنف.",
    ),
  ],
  [
    "commodity",
    "string",
    words(
      "Commodity code in digits.",
      "Code des marchandises, en chiffres.",
      "Código de las mercancías, en cifras.",
      "رمز البضاعة بالأرقام.",
    ),
  ],
  [
    "hs2",
    "string",
    words(
      "Chapter: the first two digits.",
      "Chapitre : les deux premiers chiffres.",
      "Capítulo: las dos primeras cifras.",
      "الفصل: الرقمان الأولان.",
    ),
  ],
  [
    "hs4",
    "string",
    words(
      "Heading: the first four digits.",
      "Position : les quatre premiers chiffres.",
      "Partida arancelaria: las cuatro primeras cifras.",
      "البند التعريفي: الأرقام الأربعة الأولى.",
    ),
  ],
  [
    "hs6",
    "string",
    words(
      "Subheading: the first six digits.",
      "Sous-position : les six premiers chiffres.",
      "Subpartida: las seis primeras cifras.",
      "البند الفرعي: الأرقام الستة الأولى.",
    ),
  ],
  [
    "origin",
    "string",
    words("Country of origin.", "Pays d’origine.", "País de origen.", "بلد المنشأ."),
  ],
  [
    "dispatchCountry",
    "string",
    words(
      "Country that the goods were sent from.",
      "Pays d’expédition des marchandises.",
      "País de expedición de las mercancías.",
      "البلد الذي أُرسلت منه البضاعة.",
    ),
  ],
  [
    "procedure",
    "string",
    words(
      "The procedure that is asked for.",
      "Le régime demandé.",
      "El régimen solicitado.",
      "الوضع الجمركي المطلوب.",
    ),
  ],
  [
    "previousProcedure",
    "string",
    words(
      "The procedure that the goods were under.",
      "Le régime précédent des marchandises.",
      "El régimen anterior de las mercancías.",
      "الوضع الجمركي السابق للبضاعة.",
    ),
  ],
  [
    "netMassKg",
    "double",
    words(
      "Net mass in kilograms.",
      "Masse nette en kilogrammes.",
      "Masa neta en kilogramos.",
      "الوزن الصافي بالكيلوغرام.",
    ),
  ],
  [
    "supplementaryQuantity",
    "double",
    words(
      "Quantity in the unit that the tariff asks for.",
      "Quantité dans l’unité supplémentaire du tarif.",
      "Cantidad en la unidad suplementaria del arancel.",
      "الكمية بالوحدة الإضافية التي تشترطها التعريفة.",
    ),
  ],
  [
    "value",
    "double",
    words(
      "Statistical value, else the invoice price, else the customs value.",
      "Valeur statistique, sinon prix facturé, sinon valeur en douane.",
      "Valor estadístico; si falta, precio de factura; si falta, valor en aduana.",
      "القيمة الإحصائية، وإلا فسعر الفاتورة، وإلا فالقيمة الجمركية.",
    ),
  ],
  [
    "currency",
    "string",
    words("Currency of the value.", "Monnaie de la valeur.", "Moneda del valor.", "عملة القيمة."),
  ],
  [
    "unitPrice",
    "double",
    words(
      "Value by kilogram of net mass.",
      "Valeur par kilogramme de masse nette.",
      "Valor por kilogramo de masa neta.",
      "القيمة لكل كيلوغرام من الوزن الصافي.",
    ),
    "price",
  ],
  [
    "description",
    "string",
    words(
      "The goods in the trader's words.",
      "Les marchandises selon les termes de l’opérateur.",
      "Las mercancías en palabras del operador.",
      "وصف البضاعة بكلمات المتعامل.",
    ),
    "text",
  ],
  [
    "documents",
    "list<string>",
    words(
      "Codes of the documents named.",
      "Codes des documents cités.",
      "Códigos de los documentos citados.",
      "رموز المستندات المذكورة.",
    ),
  ],
  [
    "preference",
    "string",
    words(
      "The duty regime or relief that is asked for.",
      "La préférence ou la franchise de droits demandée.",
      "La preferencia o franquicia de derechos solicitada.",
      "المعاملة التفضيلية أو الإعفاء من الرسوم المطلوب.",
    ),
  ],
  [
    "originIsDispatch",
    "bool",
    words(
      "Whether the goods were sent from their country of origin.",
      "Si les marchandises ont été expédiées de leur pays d’origine.",
      "Si las mercancías se expidieron desde su país de origen.",
      "هل أُرسلت البضاعة من بلد منشئها.",
    ),
  ],
  [
    "valueShare",
    "double",
    words(
      "Share of the item in the value of all items, from 0 to 1.",
      "Part de l’article dans la valeur de tous, de 0 à 1.",
      "Parte del artículo en el valor de todas, de 0 a 1.",
      "حصة الصنف من قيمة كل الأصناف، من 0 إلى 1.",
    ),
    "price",
  ],
];
