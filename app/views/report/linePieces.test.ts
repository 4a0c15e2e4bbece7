import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineKind, type ReportLine } from '../../../src/index.ts'
import { type Piece, piecesOf } from './linePieces.ts'

const row: ReportLine = {
  text: ' 60.00      0.60     0.60  work',
  more: 0,
  kind: LineKind.flat,
  links: [{ start: 27, end: 31, fn: 7 }],
  entry: -1,
}
const textOf = ({ runs }: Piece) => runs.map(({ text }) => text).join('')

test('numbers and name of a row lead to its function', () => {
  expect(piecesOf(row, []).map(piece => [textOf(piece), piece.fn, piece.figures])).toEqual([
    [' ', -1, false],
    ['60.00      0.60     0.60', 7, true],
    ['  ', -1, false],
    ['work', 7, false],
  ])
})

test('numbers in an entry lead to the function of the entry, the name to its own', () => {
  const caller: ReportLine = { ...row, kind: LineKind.caller, entry: 3 }
  expect(piecesOf(caller, []).map(({ fn }) => fn)).toEqual([-1, 3, -1, 7])
})

test('the entry of a cycle as a whole leads nowhere', () => {
  const head: ReportLine = { ...row, kind: LineKind.primary, links: [] }
  expect(piecesOf(head, []).map(piece => [textOf(piece), piece.fn])).toEqual([[row.text, -1]])
})

test('a mark that runs from the numbers into the name is in both, and cuts neither', () => {
  const pieces = piecesOf(row, [[24, 29]])
  expect(pieces.map(({ runs }) => runs.map(({ text, marked }) => (marked ? `«${text}»` : text)).join(''))).toEqual([
    ' ',
    '60.00      0.60     0.6«0»',
    '«  »',
    '«wo»rk',
  ])
})

test('the pieces together are the line, whatever is marked', () => {
  const place = fc.nat(row.text.length)
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { maxLength: 8 }), marks => {
      const pieces = piecesOf(
        row,
        marks.map(([a, b]) => [Math.min(a, b), Math.max(a, b)]),
      )
      expect(pieces.map(textOf).join('')).toBe(row.text)
      expect(pieces.length).toBe(4)
    }),
  )
})
