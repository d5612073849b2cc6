/** Alarms of containers: what seals, sensors, gates and people report of one. A closed list. */

import type { CodeList, LocalisedText } from "./information-package.ts";
import { words } from "./words.ts";

export const CONTAINER_ALARMS = {
  "seal-broken": words("Seal broken", "Scellé rompu", "Precinto roto", "ختم مكسور"),
  "door-opened": words("Door opened", "Porte ouverte", "Puerta abierta", "باب مفتوح"),
  "route-deviation": words(
    "Off its route",
    "Écart d'itinéraire",
    "Desvío de la ruta",
    "انحراف عن المسار",
  ),
  radiation: words("Radiation", "Rayonnement", "Radiación", "إشعاع"),
  temperature: words(
    "Temperature out of range",
    "Température hors limites",
    "Temperatura fuera de rango",
    "درجة حرارة خارج النطاق",
  ),
  "lost-signal": words("Signal lost", "Signal perdu", "Señal perdida", "فقدان الإشارة"),
} as const satisfies Readonly<Record<string, LocalisedText>>;

export type ContainerAlarmKind = keyof typeof CONTAINER_ALARMS;

export const containerAlarmCodes: CodeList = {
  id: "container-alarm",
  name: "Alarms of containers",
  version: "1",
  source: "Customhouse",
  entries: Object.entries(CONTAINER_ALARMS).map(([code, names]) => ({
    code,
    name: names.en,
    names,
  })),
};

/** For how long an alarm counts in risk runs. */
export const CONTAINER_ALARM_DAYS = 30;
