/** Features that repeat or combine what was declared of the declaration as a whole. Models know their order. */
import { words } from "@customhouse/model";
import type { DeclaredFeature } from "./feature.ts";

export const DECLARATION_FEATURES: readonly DeclaredFeature[] = [
  [
    "direction",
    "string",
    words(
      "Import or export, as the country's profile reads the declaration.",
      "Importation ou exportation, selon le profil du pays.",
      "Importación o exportación, según el perfil del país.",
      "استيراد أو تصدير، بحسب ملف البلد.",
    ),
  ],
  [
    "office",
    "string",
    words(
      "The customs office that the declaration is lodged at.",
      "Le bureau de douane où la déclaration est déposée.",
      "La aduana en la que se presenta la declaración.",
      "المكتب الجمركي الذي قُدّم إليه البيان.",
    ),
  ],
  [
    "declarationType",
    "string",
    words(
      "The type of declaration, such as IMA.",
      "Le type de déclaration, par exemple IMA.",
      "El tipo de declaración, por ejemplo IMA.",
      "نوع البيان، مثل IMA.",
    ),
  ],
  [
    "dataSet",
    "string",
    words(
      "The set of data that the country's profile asks for.",
      "Le jeu de données qu’exige le profil du pays.",
      "El conjunto de datos que exige el perfil del país.",
      "مجموعة العناصر التي يشترطها ملف البلد.",
    ),
  ],
  [
    "transportMode",
    "string",
    words(
      "How the border is crossed, as a code.",
      "Le mode de transport à la frontière, en code.",
      "El modo de transporte en la frontera, en código.",
      "وسيلة عبور الحدود، برمزها.",
    ),
  ],
  [
    "declarant",
    "string",
    words(
      "TIN or name key of the declarant.",
      "Numéro d’identification (TIN) ou clé du nom du déclarant.",
      "Número de identificación (TIN) o clave del nombre del declarante.",
      "رقم التعريف (TIN) للمصرّح أو مفتاح اسمه.",
    ),
    "declarant",
  ],
  [
    "representative",
    "string",
    words(
      "TIN or name key of the representative.",
      "Numéro d’identification (TIN) ou clé du nom du représentant.",
      "Número de identificación (TIN) o clave del nombre del representante.",
      "رقم التعريف (TIN) للممثل أو مفتاح اسمه.",
    ),
    "declarant",
  ],
  [
    "importer",
    "string",
    words(
      "TIN or name key of the importer.",
      "Numéro d’identification (TIN) ou clé du nom de l’importateur.",
      "Número de identificación (TIN) o clave del nombre del importador.",
      "رقم التعريف (TIN) للمستورد أو مفتاح اسمه.",
    ),
    "importer",
  ],
  [
    "exporter",
    "string",
    words(
      "TIN or name key of the exporter.",
      "Numéro d’identification (TIN) ou clé du nom de l’exportateur.",
      "Número de identificación (TIN) o clave del nombre del exportador.",
      "رقم التعريف (TIN) للمصدّر أو مفتاح اسمه.",
    ),
    "exporter",
  ],
  [
    "consignorCountry",
    "string",
    words(
      "Country of whoever sends the goods.",
      "Pays de l’expéditeur des marchandises.",
      "País del expedidor de las mercancías.",
      "بلد مرسل البضائع.",
    ),
  ],
  [
    "transportMeans",
    "string",
    words(
      "Number of the means of transport at the border.",
      "Immatriculation du moyen de transport à la frontière.",
      "Matrícula del medio de transporte en la frontera.",
      "رقم وسيلة النقل عند الحدود.",
    ),
    "cargo",
  ],
  [
    "containers",
    "list<string>",
    words(
      "Numbers of the containers.",
      "Numéros des conteneurs.",
      "Números de los contenedores.",
      "أرقام الحاويات.",
    ),
    "containers",
  ],
  [
    "containerCount",
    "int",
    words(
      "How many containers are declared.",
      "Nombre de conteneurs déclarés.",
      "Número de contenedores declarados.",
      "عدد الحاويات المصرّح بها.",
    ),
    "containers",
  ],
  [
    "totalPackages",
    "int",
    words(
      "Packages in the whole declaration.",
      "Nombre de colis de toute la déclaration.",
      "Número de bultos de toda la declaración.",
      "عدد الطرود في البيان كله.",
    ),
  ],
  [
    "grossMassKg",
    "double",
    words(
      "Gross mass of the whole declaration in kilograms.",
      "Masse brute de toute la déclaration, en kilogrammes.",
      "Masa bruta de toda la declaración, en kilogramos.",
      "الوزن الإجمالي للبيان كله بالكيلوغرام.",
    ),
  ],
  [
    "invoiceTotal",
    "double",
    words(
      "Sum of the invoices, in the invoice currency.",
      "Total des factures, dans leur monnaie.",
      "Total de las facturas, en su moneda.",
      "مجموع الفواتير بعملتها.",
    ),
  ],
  [
    "currency",
    "string",
    words(
      "Currency of the invoices.",
      "Monnaie des factures.",
      "Moneda de las facturas.",
      "عملة الفواتير.",
    ),
  ],
  [
    "itemCount",
    "int",
    words(
      "How many goods items are declared.",
      "Nombre d’articles déclarés.",
      "Número de artículos declarados.",
      "عدد الأصناف المصرّح بها.",
    ),
  ],
  [
    "itemsLeftOut",
    "int",
    words(
      "Goods items beyond the limit that rules do not see one by one.",
      "Articles au-delà de la limite, que les règles ne voient pas un à un.",
      "Artículos por encima del límite, que las reglas no ven uno por uno.",
      "الأصناف التي تتجاوز الحد فلا تراها القواعد واحدا واحدا.",
    ),
  ],
  [
    "headingCount",
    "int",
    words(
      "How many different headings (HS4) are declared.",
      "Nombre de positions (SH4) différentes.",
      "Número de partidas arancelarias (SA4) distintas.",
      "عدد البنود التعريفية (HS4) المختلفة.",
    ),
  ],
  [
    "originCount",
    "int",
    words(
      "How many different origins are declared.",
      "Nombre d’origines différentes.",
      "Número de orígenes distintos.",
      "عدد بلدان المنشأ المختلفة.",
    ),
  ],
  [
    "netMassKg",
    "double",
    words(
      "Sum of the net masses of the items in kilograms.",
      "Somme des masses nettes des articles, en kilogrammes.",
      "Suma de las masas netas de los artículos, en kilogramos.",
      "مجموع الأوزان الصافية للأصناف بالكيلوغرام.",
    ),
  ],
  [
    "massRatio",
    "double",
    words(
      "Gross mass by the sum of the net masses.",
      "Masse brute rapportée à la somme des masses nettes.",
      "Masa bruta dividida por la suma de las masas netas.",
      "الوزن الإجمالي مقسوما على مجموع الأوزان الصافية.",
    ),
  ],
  [
    "valuePerKg",
    "double",
    words(
      "Sum of the item values by the sum of their net masses.",
      "Somme des valeurs des articles rapportée à celle de leurs masses nettes.",
      "Suma de los valores de los artículos dividida por la de sus masas netas.",
      "مجموع قيم الأصناف مقسوما على مجموع أوزانها الصافية.",
    ),
  ],
  [
    "weekday",
    "int",
    words(
      "Day of the week of the risk run by the country's clocks, 1 for Monday to 7.",
      "Jour de l’analyse de risque à l’heure du pays, de 1 (lundi) à 7.",
      "Día del análisis de riesgo según la hora del país, de 1 (lunes) a 7.",
      "يوم تحليل المخاطر من الأسبوع بتوقيت البلد، من 1 (الاثنين) إلى 7.",
    ),
  ],
  [
    "hour",
    "int",
    words(
      "Hour of the risk run by the country's clocks.",
      "Heure de l’analyse de risque, à l’heure du pays.",
      "Hora del análisis de riesgo según la hora del país.",
      "ساعة تحليل المخاطر بتوقيت البلد.",
    ),
  ],
  [
    "declarantIsImporter",
    "bool",
    words(
      "Whether the importer declares by itself.",
      "Si l’importateur déclare lui-même.",
      "Si el importador declara por sí mismo.",
      "هل يصرّح المستورد بنفسه.",
    ),
    "declarant",
  ],
];
