import { readFileSync } from "node:fs";

const b = readFileSync("/work/shared/wco/gb/scenarios/TT_Add_Item_Scenario_v1/Step2_Amendment.xml");
const t = new TextDecoder().decode(b);
const F = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const F1 = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
function loop(b: Uint8Array) {
  for (let i = 0; i < b.length; i++) {
    const c = b[i]!;
    if (c < 32 && c !== 10 && c !== 9 && c !== 13) return i;
  }
  return -1;
}
function swar(b: Uint8Array) {
  const off = (4 - (b.byteOffset & 3)) & 3;
  const n = (b.length - off) >> 2;
  const w = new Uint32Array(b.buffer, b.byteOffset + off, n);
  let i = 0;
  for (i = 0; i < n; i++) {
    const x = w[i]!;
    if (((x - 0x20202020) & ~x & 0x80808080) !== 0) {
      for (let k = 0; k < 4; k++) {
        const c = (x >>> (k * 8)) & 255;
        if (c < 32 && c !== 10 && c !== 9 && c !== 13) return off + i * 4 + k;
      }
    }
  }
  return -1;
}
function txt(t: string) {
  for (let i = 0; i < t.length; i++) {
    const c = t.charCodeAt(i);
    if (c < 32 && c !== 10 && c !== 9 && c !== 13) return i;
  }
  return -1;
}
for (let r = 0; r < 3; r++)
  for (const [n, f] of [
    ["re", () => F.test(t)],
    ["re1", () => F1.test(t)],
    ["loop", () => loop(b)],
    ["swar", () => swar(b)],
    ["txt", () => txt(t)],
    ["td", () => new TextDecoder("utf-8", { fatal: true }).decode(b)],
  ] as const) {
    const s = performance.now();
    for (let i = 0; i < 3000; i++) f();
    console.log(n, b.length, (((performance.now() - s) / 3000) * 1000).toFixed(1), "us");
  }
