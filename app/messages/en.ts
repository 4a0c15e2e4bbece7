// Every sentence of the page in English. Components have no text of their own. What stands in a sentence is a parameter of
// it, already formatted; where it matters for the grammar, the number comes along. `zh.ts` has the same keys.

/** `1 sample`, `3 samples`: the number as text, as it is formatted, and what it counts. */
const counted = (text: string, n: number, one: string, many: string) => `${text} ${n === 1 ? one : many}`

export const en = {
  compare: {
    title: 'Compare',
    before: 'Before',
    after: 'After',
    functionsOf: (text: string, n: number) => counted(text, n, 'function', 'functions'),
  },
}

/** What every language says. */
export type Messages = typeof en
