// Runs in the one HTML file: unpacks the page's code and starts it. The security policy names the hash of that code, so
// nothing but what was built can be started here, whatever the block holds.

;(async () => {
  const packed = document.getElementById('code')?.textContent ?? ''
  const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0))
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const code = await new Response(text).text()
  const rules = { createScript: (/** @type {string} */ text) => text }
  const script = document.createElement('script')
  script.type = 'module'
  // @ts-expect-error: trusted types are not in the DOM library yet
  script.textContent = (window.trustedTypes?.createPolicy('arcflame-code', rules) ?? rules).createScript(code)
  document.body.append(script)
  script.remove() // it runs all the same, and the document is again what was saved
})().catch(() => {
  const page = document.getElementById('app')
  if (page) page.textContent = 'Arcflame needs a newer browser. Arcflame 需要更新的浏览器。'
})
