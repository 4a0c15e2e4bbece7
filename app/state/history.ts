// The only file that touches location and history. Choosing pushes an entry, typing and dragging replace the present
// one, and Back must not push again. What tells where figures come from stands over a view: Back closes it, and once it is
// closed, no entry is left of it.

import { openLinkedBeside } from './openBeside.ts'
import { homeView, openLinked } from './openFiles.ts'
import { type State, store } from './store.ts'
import { parseView, printView } from './url.ts'
import { isNamed, noOrigin, type Origin, type View } from './view.ts'

const fragment = () => location.hash.slice(1)

/** Fields that change while a person types or drags. */
const continuous: (keyof View)[] = ['query', 'minShare', 'budget']

/** Quiet time after which typing reaches the address: browsers limit how often it may change. */
const PAUSE = 300

/** How many entries before this one the view stands that the source was opened over; 0 where it is over none. */
const entriesOver = (): number => (history.state as { over?: number } | null)?.over ?? 0

/** On the way back to that view. */
let isReturning = false

/** Joins the address and the store, both ways, and opens what the address asks for. */
export function startHistory(): void {
  let typing: ReturnType<typeof setTimeout> | undefined
  const write = (how: 'pushState' | 'replaceState', over = 0) => {
    clearTimeout(typing)
    typing = undefined
    const { view } = store.getState()
    if (isReturning || printView(view) === printView(parseView(fragment()).view)) return // Back brought us here
    const printed = printView(view)
    history[how]({ over }, '', printed === '' ? location.pathname + location.search : `#${printed}`)
  }
  const close = () => {
    const over = entriesOver()
    if (over === 0) return write('replaceState')
    isReturning = true
    history.go(-over)
  }
  /** What was changed meanwhile follows on the view that was gone back to. */
  const arrive = () => {
    isReturning = false
    const { view } = store.getState()
    const asked = parseView(fragment()).view
    const typed = Object.fromEntries(continuous.map(field => [field, view[field]]))
    write(printView({ ...asked, ...typed }) === printView(view) ? 'replaceState' : 'pushState')
  }
  store.subscribe(({ view, opened }, { view: before, opened: present }) => {
    if (view === before) return
    // What the address is about was opened, and found to ask for another view than any profile.
    if (present === null && opened !== null && isFrom(parseView(fragment()).view, view)) return write('replaceState')
    const changed = (Object.keys(view) as (keyof View)[]).filter(field => !Object.is(view[field], before[field]))
    if (changed.every(field => continuous.includes(field))) {
      clearTimeout(typing)
      typing = setTimeout(() => write('replaceState', entriesOver()), PAUSE)
    } else if (view.traced === null && before.traced !== null && changed.every(field => field === 'traced')) {
      close()
    } else {
      const isOver = view.traced !== null && (before.traced === null || entriesOver() > 0)
      // What was typed belongs to the entry that is left, not to the new one alone.
      write('pushState', isOver ? entriesOver() + 1 : 0)
    }
  })
  // Back, Forward, and an address edited by hand all end here.
  addEventListener('popstate', () => (isReturning ? arrive() : follow()))
  follow()
}

/** Makes the page show what the address says. */
function follow(): void {
  const { view: asked, newer } = parseView(fragment())
  const view = atHome(asked)
  if (view !== asked) history.replaceState(null, '', `#${printView(view)}`)
  const { opened } = store.getState()
  const names = homeView !== null || isNamed(view)
  store.setState({ view, newerLink: newer, hit: 0, mismatch: null, ...(names ? {} : { opened: null }) })
  if (names && !isOpen(opened, view)) {
    store.setState({ opened: null })
    void openLinked(view)
  } else if (opened && isNamed(view.beside) && !isFrom(view.beside, opened.beside?.origin ?? noOrigin)) {
    void openLinkedBeside(view)
  }
}

/** In a file that brings a profile along, an address that names none is about that one; an empty one asks for its view. */
function atHome(view: View): View {
  if (!homeView || isNamed(view)) return view
  if (fragment() === '') return homeView
  const { file, fingerprint } = homeView
  return { ...view, file, fingerprint }
}

/** Whether an open profile is the one that an address is about. */
function isOpen(opened: State['opened'], asked: Origin): boolean {
  if (!opened) return false
  const isOwn = [asked, opened.origin].every(({ data, hosted, sample }) => data + sample === '' && hosted.length === 0)
  return isOwn
    ? opened.profiles.some(profile => profile.fingerprint === asked.fingerprint)
    : isFrom(asked, opened.origin)
}

/** Whether two profiles are from one place. */
function isFrom(a: Origin, b: Origin): boolean {
  if (a.data !== '' || b.data !== '') return a.data === b.data
  if (a.hosted.length > 0 || b.hosted.length > 0) return a.hosted.join('\n') === b.hosted.join('\n')
  if (a.sample !== '' || b.sample !== '') return a.sample === b.sample
  return a.fingerprint === b.fingerprint
}
