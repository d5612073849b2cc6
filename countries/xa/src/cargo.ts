/** How the demo country matches declarations with manifests. */
import type { CargoProfile } from "@customhouse/model";

const ITEM = "GoodsShipment/GovernmentAgencyGoodsItem";
/** UN/EDIFACT 1001: bill of lading, house bill of lading, air waybill, house waybill, road consignment note. */
const TRANSPORT_DOCUMENTS = ["705", "714", "740", "741", "730"];

export const cargo: CargoProfile = {
  when: { path: "TypeCode", startsWith: ["IM"] },
  documents: [
    {
      each: "GoodsShipment/PreviousDocument",
      when: { path: "TypeCode", in: TRANSPORT_DOCUMENTS },
      id: "ID",
    },
  ],
  containers: "GoodsShipment/Consignment/TransportEquipment/ID",
  packages: [
    "GoodsShipment/Consignment/TotalPackageQuantity",
    `${ITEM}/Packaging/QuantityQuantity`,
  ],
  grossMassKg: [
    "GoodsShipment/Consignment/TotalGrossMassMeasure",
    `${ITEM}/Commodity/GoodsMeasure/GrossMassMeasure`,
  ],
  massTolerancePercent: "5",
  onMismatch: "documentary",
  onAlarm: { kinds: ["seal-broken", "door-opened", "radiation"], control: "physical" },
};
