/** Facts that the risk run adds to a filing. Only officers see them, and the country's criteria may use them. */
import { type FormalityField, words } from "@customhouse/model";
import { field } from "./field.ts";

const FOUND = { computed: true, label: "enforcement" } as const;

export const runFields: readonly FormalityField[] = [
  field(
    "screeningAnswered",
    "flag",
    words(
      "Whether the watch lists answered in time",
      "Réponse des listes de surveillance à temps",
      "Respuesta a tiempo de las listas de vigilancia",
      "هل أجابت قوائم المراقبة في الوقت المناسب",
    ),
    FOUND,
  ),
  field(
    "screeningHits",
    "decimal",
    words(
      "Likenesses to entries of watch lists",
      "Ressemblances avec les listes de surveillance",
      "Coincidencias con las listas de vigilancia",
      "أوجه الشبه مع قوائم المراقبة",
    ),
    FOUND,
  ),
  field(
    "containerAlarms",
    "codes",
    words(
      "Alarms of its containers",
      "Alarmes de ses conteneurs",
      "Alarmas de sus contenedores",
      "إنذارات حاوياته",
    ),
    FOUND,
  ),
  field(
    "filersDiffer",
    "codes",
    words(
      "Places of which filers say different things",
      "Points sur lesquels les déposants se contredisent",
      "Puntos en que los declarantes difieren",
      "مواضع اختلفت فيها أقوال مقدمي البيان",
    ),
    FOUND,
  ),
  field(
    "runKnew",
    "codes",
    words(
      "Likenesses and alarms that were weighed",
      "Ressemblances et alarmes prises en compte",
      "Coincidencias y alarmas tenidas en cuenta",
      "أوجه الشبه والإنذارات التي أخذت في الحسبان",
    ),
    FOUND,
  ),
];
