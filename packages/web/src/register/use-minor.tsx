import { useCountry } from "../api/country.ts";
import { useFormat } from "../i18n/use-format.ts";
import { decimalOfMinor, decimalsOf } from "./minor-units.ts";

/** An amount with its unit: money as money, a quantity with its code. */
export function useMinor() {
  const format = useFormat();
  const country = useCountry();
  return (minor: string, unit: string) => {
    const decimal = decimalOfMinor(minor, decimalsOf(unit, country));
    return <bdi dir="ltr">{`${format.number(decimal)} ${unit}`}</bdi>;
  };
}
