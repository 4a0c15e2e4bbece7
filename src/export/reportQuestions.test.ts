import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { printReport } from './gprofReport.ts'
import { LineKind } from './reportLines.ts'
import { reportOf } from './reportOf.ts'
import { answerReport, type ReportAnswers, type ReportQuestion } from './reportQuestions.ts'
import { startsOf } from './reportText.ts'

const profile = profileOf('main 0.1 -> work x3\n work 0.6\n tick 0.3')
const report = reportOf(profile, null, { brief: false, only: null, unused: false })
const text = printReport(profile)
const lines = text.split('\n')
const [main, work, tick] = ['main', 'work', 'tick'].map(name => profile.functions.name.indexOf(name))

const ask = <About extends ReportQuestion['about']>(question: ReportQuestion & { about: About }) =>
  answerReport(report, profile, question) as ReportAnswers[About]
const found = (query: string) => [...ask({ about: 'hits', query })].map(line => lines[line].trim().replace(/ +/g, ' '))

test('the facts lead from parts and functions to lines', () => {
  const facts = ask({ about: 'facts' })
  expect(facts.length).toBe(lines.length - 1)
  expect(facts.widest).toBe(Math.max(...lines.map(line => line.length)) + 1)
  expect([facts.flat, facts.graph, facts.index].map(line => lines[line].trim())).toEqual([
    'Flat profile:',
    'Call graph',
    'Index by function name',
  ])
  for (const fn of [main, work, tick]) {
    const name = profile.functions.name[fn]
    expect(lines[facts.flatLine[fn]]).toMatch(new RegExp(`\\b${name}$`))
    expect(lines[facts.entryLine[fn]]).toMatch(new RegExp(`^\\[\\d+\\].* ${name} \\[\\d+\\]$`))
  }
})

test('lines come as they are asked for, and no more than there are', () => {
  const all = ask({ about: 'lines', from: 0, to: 1e9 })
  expect(all.map(line => line.text)).toEqual(lines.slice(0, -1))
  expect(ask({ about: 'lines', from: 5, to: 7 })).toEqual(all.slice(5, 7))
  expect(ask({ about: 'lines', from: lines.length, to: lines.length + 5 })).toEqual([])
})

test('of a line without end the beginning is shown, and how much more there is', () => {
  const long = 'x'.repeat(30_000)
  const named = profileOf(`main 0 -> ${long} x1\n ${long} 1`)
  const question: ReportQuestion = { about: 'lines', from: 6, to: 7 }
  const [line] = answerReport(
    reportOf(named, null, { brief: true, only: null, unused: false }),
    named,
    question,
  ) as ReportAnswers['lines']
  expect(line.kind).toBe(LineKind.flat)
  expect(line.text.length + line.more).toBe(54 + 30_000)
  expect(line.links).toEqual([{ start: 54, end: line.text.length, fn: named.functions.name.indexOf(long) }])
})

test('text is found in any line, in whatever case', () => {
  expect(found('SAMPLE')).toEqual([
    'Each sample counts as 0.01 seconds.',
    expect.stringContaining('each sample hit covers'),
  ])
  expect(found('tick')).toEqual(
    lines.filter(line => line.includes('tick')).map(line => line.trim().replace(/ +/g, ' ')),
  )
  expect(found('nowhere')).toEqual([])
})

test('an expression is looked for in lines and in names alone', () => {
  expect(found('/^tick$/')).toEqual(found('tick'))
  expect(found('/^index % time/')).toEqual(['index % time self children called name'])
  expect(found('/(/')).toEqual([])
})

test('the stretch from one place to another is the text between them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length), fc.nat(text.length), async (a, b) => {
      const [from, to] = [a, b].sort((x, y) => x - y)
      const place = (at: number) => {
        const line = text.slice(0, at).split('\n').length - 1
        return { line, character: at - startsOf(new TextEncoder().encode(text))[line] }
      }
      const blob = ask({ about: 'stretch', from: place(from), to: place(to) })
      expect(await blob.text()).toBe(text.slice(from, to))
    }),
  )
})

test('the file holds the bytes of the report', async () => {
  expect(await ask({ about: 'file' }).text()).toBe(text)
})

test('places of a text are told line by line', () => {
  const texts = ask({ about: 'lines', from: 0, to: 1e9 }).map(({ text }) => text)
  const places = ask({ about: 'places', query: '/ma?in/', from: 0, to: 1e9 })
  const found = texts.map((text, line) => places[line].map(([start, end]) => text.slice(start, end)))
  expect(found.flat()).toContain('main')
  expect(found).toEqual(texts.map(text => text.match(/ma?in/g) ?? []))
})
