// The text of a web page: a post that was saved with the listing in it, or copied together with its marks. Browsers show
// `&lt;` for `<` and nothing for a tag, so tags go first and entities are decoded afterwards; otherwise the names of C++
// templates would go with the tags.
//
// Line breaks of the page stay where they are, so that a line number means the line of the file. Where a page ends lines
// by tags alone, one is added for each, and lines are then those of the text.

/** Bigger pages are no posts, and their text is not worth the memory. */
const LARGEST_PAGE = 1 << 25
const START =
  /^\s*(<\?xml[^<>]{0,200}>\s*)?<(!doctype html|html|head|body|main|article|section|div|table|p|pre|code|span|font)[\s>]/i
/** Raw angle brackets of gprof's own, which careless pages do not encode. */
const OURS = /<(spontaneous|cycle \d+( as a whole)?)>/iy
const TAG = /<\/?([a-z][a-z0-9-]*)(\s[^<>]{0,4000})?\/?>/iy
/** Elements whose contents are not shown. */
const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'svg', 'title'])
const ENDS_LINE = /^<(br|\/(p|div|tr|li|pre|table|ul|ol|h[1-6]|blockquote|article|section))[\s/>]/i
const ENDS_CELL = /^<\/t[dh]>/i

export const isWebPage = (bytes: Uint8Array): boolean =>
  bytes.length <= LARGEST_PAGE && START.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024)))

/** The text that a browser would show of it, in lines, with its entities as they are. */
export function textOfPage(page: string): string {
  const parts: string[] = []
  const lower = page.toLowerCase()
  let from = 0
  for (let at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at)) {
    OURS.lastIndex = TAG.lastIndex = at
    let end = at + 1
    let instead = ''
    if (page.startsWith('<!--', at)) end = endOr(lower.indexOf('-->', at), 3, page)
    else if (page.startsWith('<!', at)) end = endOr(page.indexOf('>', at), 1, page)
    else {
      const tag = OURS.test(page) ? null : TAG.exec(page)
      if (!tag) {
        at++
        continue
      }
      end = at + tag[0].length
      if (HIDDEN.has(tag[1].toLowerCase()) && page[at + 1] !== '/' && !tag[0].endsWith('/>'))
        end = endOr(lower.indexOf(`</${tag[1].toLowerCase()}`, end), 0, page)
      if (ENDS_LINE.test(tag[0]) && !/^[ \t]*\r?\n/.test(page.slice(end, end + 80))) instead = '\n'
      else if (ENDS_CELL.test(tag[0])) instead = ' '
    }
    parts.push(page.slice(from, at), linesOf(page.slice(at, end)), instead)
    from = at = end
  }
  parts.push(page.slice(from))
  return parts.join('')
}

/** The end of something that began, or of the page if it never ends. */
const endOr = (at: number, length: number, page: string): number => (at < 0 ? page.length : at + length)

/** As many line breaks as there are in what is left out. */
const linesOf = (tag: string): string => (tag.includes('\n') ? tag.replace(/[^\n]+/g, '') : '')
