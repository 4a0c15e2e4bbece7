import { expect, test } from 'vitest'
import { parseView, printView } from '../../state/url.ts'
import { initialView, type View } from '../../state/view.ts'
import { linkTo, roomForData, viewWithData } from './shareLinks.ts'

const page = 'https://example.org/arcflame/'
const view: View = { ...initialView, file: 'two.txt', fingerprint: '0a1b2c3d', part: 2, fn: 'work', query: 'a b' }

const alone = (data: string) => ({ data, before: '' })

test('a link with the profile inside names no other place to have it from, and keeps the view', () => {
  const link = linkTo(page, viewWithData(view, alone('QXIB')))
  expect(link).toBe(`${page}#v=1&fn=work&q=a%20b&data=QXIB`)
  expect(parseView(link.split('#')[1]).view).toEqual({ ...initialView, fn: 'work', query: 'a b', data: 'QXIB' })
})

test('some processes are what the link carries, or chosen among all that it carries', () => {
  const some: View = { ...view, processes: ['102', '104'], summed: 'mean' }
  expect(linkTo(page, viewWithData(some, alone('QXIB')))).toBe(`${page}#v=1&fn=work&q=a%20b&data=QXIB`)
  expect(parseView(linkTo(page, viewWithData(some, alone('QXIB'), 'processes')).split('#')[1]).view).toEqual({
    ...initialView,
    ...{ fn: 'work', query: 'a b', processes: ['102', '104'], summed: 'mean', data: 'QXIB' },
  })
})

test('what is left for the profile fills the link to its last character', () => {
  const room = roomForData(page, view, 2048)
  expect(linkTo(page, viewWithData(view, alone('x'.repeat(room))))).toHaveLength(2048)
})

test('a link to a comparison carries both profiles, or processes of one set', () => {
  const view: View = { ...initialView, part: 3, against: { part: 1, processes: ['4711'] } }
  const both = viewWithData(view, { data: 'QXIB', before: 'QXIC' })
  expect(both).toMatchObject({ data: 'QXIB', part: 1, against: { part: 2, processes: [] } })
  expect(parseView(printView(both)).view).toEqual(both)
  expect(viewWithData(view, alone('QXIB'), 'processes').against).toEqual({ part: 1, processes: ['4711'] })
  expect(viewWithData(view, alone('QXIB')).against).toBeNull()
})
