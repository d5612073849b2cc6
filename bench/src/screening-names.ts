/**
 * Invented names for the bench of screening, in Latin, Cyrillic, Arabic and Chinese script, and misspellings of them. Nobody
 * of these exists: words are put together from syllables by a seeded stream.
 */
import { seeded } from "@customhouse/learning";

type Culture = "latin" | "slavic" | "arabic" | "chinese" | "company";
const CULTURES: readonly Culture[] = ["latin", "latin", "slavic", "arabic", "chinese", "company"];

const ONSETS: Readonly<Record<"latin" | "slavic" | "arabic", readonly string[]>> = {
  latin: "b c d f g h j l m n p r s t v br cr dr fr gr tr ch st".split(" "),
  slavic: "b v g d z k l m n p r s t f sh zh kh st gr kr pr vl".split(" "),
  arabic: "b t j d r z s sh f q k l m n h kh".split(" "),
};
const VOWELS: Readonly<Record<"latin" | "slavic" | "arabic", readonly string[]>> = {
  latin: "a e i o u a e o ia ei".split(" "),
  slavic: "a e i o u a o".split(" "),
  arabic: "a i u a".split(" "),
};
const ENDINGS: Readonly<Record<"latin" | "slavic" | "arabic", readonly string[]>> = {
  latin: "n r s l t nd ez son ard elli".split(" "),
  slavic: "ov in enko ski ich ev".split(" "),
  arabic: "d r m n l f b".split(" "),
};
const FORMS = ["Ltd", "GmbH", "S.A.", "LLC", "Trading Co", "SARL", "Import Export Ltd"] as const;
const HAN: readonly (readonly [han: string, latin: string])[] = [
  ..."王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 罗luo".split(
    " ",
  ),
  ..."明ming 华hua 伟wei 芳fang 军jun 杰jie 勇yong 艳yan 强qiang 磊lei 静jing 丽li 洋yang 超chao 平ping 刚gang 波bo 辉hui 玲ling 红hong 安an 白bai 蔡cai 曹cao 邓deng 丁ding 董dong 杜du 范fan 方fang 冯feng 傅fu 龚gong 顾gu 韩han 贺he 侯hou 贾jia 江jiang 金jin 康kang 孔kong 赖lai 雷lei 黎li 廖liao 卢lu 吕lu 毛mao 孟meng 莫mo 倪ni 潘pan 彭peng 齐qi 秦qin 邱qiu 任ren 沈shen 石shi 宋song 苏su 谭tan 汤tang 唐tang 田tian 汪wang 魏wei 夏xia 萧xiao 谢xie 熊xiong 许xu 薛xue 严yan 叶ye 易yi 余yu 袁yuan 曾ceng 郑zheng 钟zhong 邹zou".split(
    " ",
  ),
].map((pair) => [pair[0] ?? "", pair.slice(1)] as const);
const CYRILLIC: readonly (readonly [string, string])[] = [
  ["shch", "щ"],
  ["zh", "ж"],
  ["kh", "х"],
  ["ch", "ч"],
  ["sh", "ш"],
  ...[..."abvgdezilmnoprstufk"].map(
    (letter, at) => [letter, [..."абвгдезилмнопрстуфк"][at] ?? ""] as const,
  ),
  ["y", "й"],
  ["c", "ц"],
  ["h", "х"],
  ["j", "й"],
];
const ARABIC: readonly (readonly [string, string])[] = [
  ["kh", "خ"],
  ["sh", "ش"],
  ["th", "ث"],
  ...[..."btjdrzsfqklmnhwy"].map(
    (letter, at) => [letter, [..."بتجدرزسفقكلمنهوي"][at] ?? ""] as const,
  ),
];

export type Misspelling =
  | "typo"
  | "other script"
  | "word order"
  | "left out"
  | "joined"
  | "legal form";

export interface Invented {
  /** As it stands on the list. */
  readonly listed: string;
  readonly latin: string;
  readonly culture: Culture;
}

export interface Misspelt {
  readonly name: string;
  readonly kind: Misspelling;
}

const GIVEN = 20_000;
const FAMILY = 150_000;

/** The same seed of the world gives the same words; another stream draws other people of that world. */
export function inventor(world: number, stream: number): () => Invented {
  const words = wordsOf(seeded(world));
  const random = seeded(stream);
  const pick = <T>(from: readonly T[], common: number): T => {
    // Some words are common and most are rare.
    const at = Math.floor(random() ** common * from.length);
    return from[at] as T;
  };
  return () => {
    const culture = pick(CULTURES, 1);
    if (culture === "chinese") return chinese(random);
    if (culture === "company") {
      const latin = `${pick(words.latin.family, 1.5)} ${pick(words.latin.given, 2)} ${pick(FORMS, 1)}`;
      return { listed: latin, latin, culture };
    }
    const { given, family } = words[culture];
    // A patronymic or father's name is usual in two of the cultures and a second given name is not in the third.
    const middle = culture !== "latin" || random() < 0.4 ? `${pick(given, 2)} ` : "";
    const latin = `${pick(given, 2)} ${middle}${pick(family, 1.5)}`;
    const ownScript = culture !== "latin" && random() < 0.5;
    return { listed: ownScript ? written(latin, culture) : latin, latin, culture };
  };
}

function wordsOf(random: () => number) {
  const of = (culture: "latin" | "slavic" | "arabic") => ({
    given: Array.from({ length: GIVEN }, () => word(culture, random, 2)),
    family: Array.from({ length: FAMILY }, () => word(culture, random, 3)),
  });
  return { latin: of("latin"), slavic: of("slavic"), arabic: of("arabic") };
}

function word(culture: "latin" | "slavic" | "arabic", random: () => number, syllables: number) {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  let text = "";
  for (let at = 0; at < syllables; at += 1) text += pick(ONSETS[culture]) + pick(VOWELS[culture]);
  return capital(text + pick(ENDINGS[culture]));
}

/** A trading house of six characters: names of people in Chinese are too often the same to measure anything but that. */
function chinese(random: () => number): Invented {
  const characters = Array.from({ length: 6 }, () => HAN[Math.floor(random() * HAN.length)]);
  const [a = "", b = "", c = "", d = "", e = "", f = ""] = characters.map((one) => one?.[1] ?? "");
  const latin = [a + b, c + d, e + f].map(capital).join(" ");
  const han = characters.map((one) => one?.[0] ?? "").join("");
  return { listed: random() < 0.5 ? han : latin, latin, culture: "chinese" };
}

function written(latin: string, culture: "slavic" | "arabic"): string {
  const letters = culture === "slavic" ? CYRILLIC : ARABIC;
  let text = latin.toLowerCase();
  for (const [from, to] of letters) text = text.replaceAll(from, to);
  // Short vowels are not written.
  return culture === "arabic" ? text.replace(/[aeiou]/g, "") : text;
}

/** How a party might be written that is on the list. */
export function misspelt({ listed, latin, culture }: Invented, random: () => number): Misspelt {
  if (listed !== latin) return { name: romanised(latin, culture, random), kind: "other script" };
  const words = latin.split(" ");
  const roll = random();
  if (culture === "company" && roll < 0.4) {
    const form = FORMS[Math.floor(random() * FORMS.length)] ?? "";
    return { name: `${words.slice(0, 2).join(" ")} ${form}`, kind: "legal form" };
  }
  if (roll < 0.15) return { name: words.toReversed().join(" "), kind: "word order" };
  if (roll < 0.25 && words.length === 3 && culture !== "company") {
    return { name: `${words[0]} ${words[2]}`, kind: "left out" };
  }
  if (roll < 0.32)
    return {
      name: words.slice(0, 2).join("") + [" ", ...words.slice(2)].join(" ").trimEnd(),
      kind: "joined",
    };
  return { name: typo(words, random), kind: "typo" };
}

function romanised(latin: string, culture: Culture, random: () => number): string {
  const maybe = (from: string, to: string) => (text: string) =>
    random() < 0.5 ? text.replace(new RegExp(from, "g"), to) : text;
  const slavic = [
    maybe("kh", "h"),
    maybe("ov\\b", "off"),
    maybe("ski\\b", "sky"),
    maybe("zh", "j"),
    maybe("ich\\b", "ych"),
  ];
  const arabic = [maybe("q", "k"), maybe("u", "o"), maybe("i", "e"), maybe("j", "g")];
  const steps = culture === "slavic" ? slavic : culture === "arabic" ? arabic : [];
  return steps.reduce((text, step) => step(text), latin);
}

/** One letter changed, left out, doubled by another or swapped, in one word of four letters or more. */
function typo(words: readonly string[], random: () => number): string {
  const long = words.map((_, at) => at).filter((at) => /^[A-Z][a-z]{3,}$/.test(words[at] ?? ""));
  const chosen = long[Math.floor(random() * long.length)] ?? 0;
  const text = words[chosen] ?? "";
  const at = 1 + Math.floor(random() * (text.length - 2));
  const letter = "abcdefghijklmnopqrstuvwxyz"[Math.floor(random() * 26)] ?? "";
  const kinds = [
    text.slice(0, at) + letter + text.slice(at + 1),
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + letter + text.slice(at),
    text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2),
  ];
  const changed = kinds[Math.floor(random() * kinds.length)] ?? text;
  return words.map((word, place) => (place === chosen ? changed : word)).join(" ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
