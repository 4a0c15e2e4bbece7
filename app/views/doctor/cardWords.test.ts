import { expect, test } from 'vitest'
import { type Diagnosis, diagnose } from '../../../src/index.ts'
import { profileOf } from '../../../src/profile.fixture.ts'
import { examples } from '../../messages/doctor/cards.fixture.ts'
import { cardsEn } from '../../messages/doctor/en.ts'
import { cardsZh } from '../../messages/doctor/zh.ts'
import { cardWords } from './cardWords.ts'

const unit = { unit: 'seconds' }
/** The first card of a drawn profile. */
const firstOf = (drawing: string) =>
  diagnose({ profile: profileOf(drawing), listing: null, run: null, recorded: null, processes: null })[0]
const all = Object.values(examples) as Diagnosis[]
const textsOf = ({ title, evidence, rows = [], why, next = '' }: ReturnType<typeof cardWords>) => [
  title,
  ...evidence,
  ...rows.flatMap(({ name, says }) => [name, says]),
  why,
  next,
]

test.each(all)('the words of $card have no hole, whatever is not known', card => {
  for (const messages of [cardsEn, cardsZh]) {
    const words = cardWords(card, unit, messages)
    expect(words.title).not.toBe('')
    expect(words.why).not.toBe('')
    for (const text of textsOf(words)) {
      expect(text).not.toMatch(/NaN|undefined|null| \(\)|（）|``| {2}|, ,|、、/)
      expect(text.split('`').length % 2, text).toBe(1)
    }
    // What a command is for stands before it.
    if (card.command) expect(words.next).toMatch(/[:：]$/)
  }
})

test('what leads to a command ends with a colon in both languages, or in neither', () => {
  for (const card of all) {
    const [en, zh] = [cardsEn, cardsZh].map(messages => cardWords(card, unit, messages).next ?? '')
    expect(zh.endsWith('：'), zh).toBe(en.endsWith(':'))
  }
})

test('few samples are told with their error, and what it takes', () => {
  const card = firstOf('main 0 -> f x1, g x1\n f 0.11\n g 0.08')
  const { title, evidence, next } = cardWords(card, unit, cardsEn)
  expect(title).toBe('19 samples are few: the order itself is uncertain')
  expect(evidence).toEqual([
    'One sample is 5.3\u202f% of all time.',
    '`f` has 11, `g` 8: they differ by 0.7 times their sampling error. From 2 times on, the order is sure.',
  ])
  expect(next).toBe('For ±10 % on the first, run it 10 times as long, or add up 10 runs and drop their gmon.sum:')
})

test('samples that were told apart by functions are whole numbers', () => {
  const card = { ...examples.fewSamples, samples: 52.07, first: { fn: 0, name: 'f', samples: 42.06 } }
  expect(cardWords(card, unit, cardsEn).title).toBe('52 samples are few: times are rough')
})

test('time of counting is told with and without', () => {
  const card = firstOf('main 2.00 -> work x1\n work 9.00\n mcount 5.00')
  expect(cardWords(card, unit, cardsEn)).toMatchObject({
    title: '31.3\u202f% of the time went into counting calls',
    evidence: ['`mcount`: 5.00\u202fs.', 'All time is 16.0\u202fs with it and 11.0\u202fs without.'],
  })
  expect(cardWords(card, unit, cardsZh).evidence[1]).toBe('总时间：计入时 16.0\u202fs，不计时 11.0\u202fs。')
})

test('a backtick within a name does not end the code', () => {
  const card = { ...examples.forks, file: '`x`' }
  expect(cardWords(card, unit, cardsEn).evidence[0]).toContain('`’x’`')
})

test('long names of C++ are short, and what they are in full is known', () => {
  const name = 'std::thread::_State_impl<std::thread::_Invoker<std::tuple<void (*)(int), int> > >::_M_run()'
  const card = { ...examples.threads, roots: [{ fn: 0, name }] }
  const { evidence, full } = cardWords(card, unit, cardsEn)
  expect(evidence.at(-1)).toContain('`std::thread::_State_impl<…>::_M_run()`')
  expect(full).toEqual(new Map([['std::thread::_State_impl<…>::_M_run()', name]]))
})

test('two functions of one short name are written so that they differ', () => {
  const roots = ['int', 'long'].map((type, fn) => ({
    fn,
    name: `run_in_a_thread_of_its_own<${type}>(std::string const&)`,
  }))
  const { evidence } = cardWords({ ...examples.threads, roots }, unit, cardsEn)
  expect(evidence.at(-1)).toContain(
    '`run_in_a_thread_of_its_own<…>(…)`, `run_in_a_thread_of_its_own<long>(std::string const&)`',
  )
})
