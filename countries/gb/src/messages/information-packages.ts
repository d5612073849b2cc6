import type { InformationPackage } from "@customhouse/model";
export const gbInformationPackages: readonly InformationPackage[] = [];
