import { benchDecode } from "../../../bench/src/decode.ts";

console.log(await benchDecode());
