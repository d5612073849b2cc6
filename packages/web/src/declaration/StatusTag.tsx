import type { Regions, Status } from "@customhouse/client";
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
