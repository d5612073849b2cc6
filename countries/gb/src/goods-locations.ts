/**
 * Goods locations by place, for the places whose areas are all known to us. The full national list is not published
 * as open data: a location at any other place is not judged.
 */
export const GOODS_LOCATION_AREAS: readonly {
  readonly place: string;
  readonly areas: readonly string[];
}[] = [
  // Port of Ramsgate: the quay and its vehicle movement service area.
  { place: "RMGRMG", areas: ["RMG", "GVM", "RMGGVM"] },
];
