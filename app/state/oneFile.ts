// Arcflame as one HTML file finds its profile, if it brings one, in a block of itself. Served as a page, it has none.

const block = document.getElementById('embedded')

const blockAlone = (packed: string) => `<script type="application/x-arcflame" id="embedded">${packed}</script>`

/** What the file consists of; null for a page that is served. */
export const oneFile = block && {
  /** All of the file, from before the page changed anything: another is made of it. */
  text: `<!doctype html>\n${document.documentElement.outerHTML}\n`,
  /** The profile, as a page that the reader takes it from; null for none. */
  profile:
    block.textContent === ''
      ? null
      : { name: block.dataset.name ?? '', blob: new Blob([`<!doctype html>${blockAlone(block.textContent)}`]) },
  /** The view to begin with, as it stands in an address. */
  view: block.dataset.view ?? '',
}
