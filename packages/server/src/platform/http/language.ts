/** The language that a request asks for. */

const MAX_CHARACTERS = 200;

/** Two letters: the one that Accept-Language puts first. Undefined: it names none. */
export function languageOf(headers: Headers): string | undefined {
  const ranges = (headers.get("accept-language") ?? "").slice(0, MAX_CHARACTERS).split(",");
  const weighed = ranges.flatMap((range) => {
    const [, tag = "", , weight = "1"] = RANGE.exec(range.trim()) ?? [];
    return tag === "" ? [] : [{ language: tag.toLowerCase(), weight: Number(weight) }];
  });
  return weighed.sort((one, other) => other.weight - one.weight)[0]?.language;
}

/** `fr-CH;q=0.8`. */
const RANGE = /^([a-z]{2})(-[a-z0-9-]{1,30})?(?:\s*;\s*q=([01](?:\.\d{1,3})?))?$/i;
