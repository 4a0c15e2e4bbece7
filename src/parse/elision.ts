// Lines that stand for others: where people leave rows out of a listing, they put dots there, or scissors, or a few words
// of their own language. Dots tell in every language. Words without dots are taken for a gap only if one of them is known
// to say so; other words may be remarks, and those are for people to read.

/** Longer lines are prose. */
const LONGEST_ELISION = 80
/** The most words beside dots, and around a word that says so. */
const MOST_WORDS = 6

/** Dots and what encloses them: the vertical ones too, and a single one, as typed one below the other. */
const ONLY_DOTS =
  /^[\s\-[\](){}<>（）［］【】]*[.\u2025\u2026\u22ee\u22ef\u30fb\u3002\ufe19]([\s.\u00b7\u2025\u2026\u22ee\u22ef\u30fb\u3002\ufe19\-[\](){}<>（）［］【】]*)$/
const SCISSORS = /^[\s-]*(\u2702\ufe0f?|[%8]<|>8)[\s-]*$/
const DOTS = /\.{3,}|(\. ){2,}\.|[\u2026\u22ef]|\u30fb{3}|\u3002{3}/
/** Dots at one end at least, behind marks of comments or brackets. */
const DOTS_AT_AN_END = new RegExp(
  `^(//|/\\*|[#;]|--)?[\\s[({<（［【]*(${DOTS.source})|(${DOTS.source})[\\s\\])}>）］】]*(\\*/)?$`,
)
const WORDS =
  /(?<!\p{L})(snip(ped)?|cut|omitted|truncated|elided|trimmed|skipped|removed|deleted|left out|and so on|etc|gekürzt|ausgelassen|weggelassen|gestrichen|entfernt|und so weiter|usw|tronquée?s?|coupée?s?|omis(es?)?|supprimée?s?|omitid[oa]s?|cortad[oa]s?|recortad[oa]s?|truncad[oa]s?|suprimid[oa]s?|omess[aeio]|tagliat[aeio]|troncat[aeio]|ecc|weggelaten|ingekort|enz|utelämna[td]e?|vynecháno|zkráceno|pominięto|wycięto|skrócono|itd|kısaltıldı|пропущено|опущено|сокращено|вырезано|обрезано|удалено|и так далее|скорочено|вирізано)(?!\p{L})|略|省[くき]|생략|중략|하략|후략/iu

/** Whether a line, without blanks at its ends, says that lines were left out. Where it may say so is for others to judge. */
export function isElision(line: string): boolean {
  if (line.length > LONGEST_ELISION) return false
  if (ONLY_DOTS.test(line) || SCISSORS.test(line)) return true
  const words = line.match(/[\p{L}\p{N}]+/gu) ?? []
  if (WORDS.test(line)) return words.length <= MOST_WORDS + (DOTS.test(line) ? 4 : 0)
  return words.length <= MOST_WORDS && DOTS_AT_AN_END.test(line)
}
