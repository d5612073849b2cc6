import type { Regions } from "@customhouse/api/shapes/case-summary";
import type { Status } from "@customhouse/api/shapes/status";
import { useTranslation } from "react-i18next";
import { Tag } from "../components/Tag.tsx";
import { statusWord } from "./status-words.ts";

interface StatusTagProps {
  readonly regions: Regions;
  readonly milestones?: Status["milestones"];
}

export function StatusTag({ regions, milestones }: StatusTagProps) {
  const { t } = useTranslation();
  const { key, colour } = statusWord({ ...regions, cleared: milestones?.cleared !== undefined });
  return <Tag colour={colour}>{t(`status.${key}`)}</Tag>;
}
