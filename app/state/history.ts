// The only file that touches location and history. Choosing pushes an entry, typing and dragging replace the present
// one, and Back must not push again.

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

/** Joins the address and the store, both ways, and opens what the address asks for. */
export function startHistory(): void {
  let typing: ReturnType<typeof setTimeout> | undefined
  const write = (how: 'pushState' | 'replaceState') => {
    clearTimeout(typing)
    typing = undefined
    const { view } = store.getState()
    if (printView(view) === printView(parseView(fragment()).view)) return // Back brought us here
    const printed = printView(view)
    history[how](null, '', printed === '' ? location.pathname + location.search : `#${printed}`)
  }
  store.subscribe(({ view }, { view: before }) => {
    if (view === before) return
    const changed = (Object.keys(view) as (keyof View)[]).filter(field => view[field] !== before[field])
    if (changed.every(field => continuous.includes(field))) {
      clearTimeout(typing)
      typing = setTimeout(() => write('replaceState'), PAUSE)
    } else {
      // What was typed belongs to the entry that is left, not to the new one alone.
      write('pushState')
    }
  })
  // Back, Forward, and an address edited by hand all end here.
  addEventListener('popstate', follow)
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
