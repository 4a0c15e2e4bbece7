// Text as it stands in an address.

/** Longest name that is taken from a link; gprof's own lines stay far below. */
const LONGEST_NAME = 20_000

/** The text of a part of an address; undefined for what is none, or too long. */
export const decode = (raw: string): string | undefined => {
  try {
    const text = decodeURIComponent(raw)
    return text.length <= LONGEST_NAME ? text : undefined
  } catch {
    return undefined // a lone % and the like
  }
}

/** Readable where the grammar of addresses allows it: `std::sort` rather than `std%3A%3Asort`. Semicolons and plus signs never stay. */
export const encode = (text: string): string =>
  encodeURIComponent(wellFormed(text)).replace(/%3A/g, ':').replace(/%2C/g, ',')

/** Half of a surrogate pair, which no URL can hold, becomes the replacement character. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD')
