// Runs in the one HTML file: unpacks the page's code and starts it. The security policy names the hash of that code, so
// nothing but what was built can be started here, whatever the block holds.

;(async () => {
  // 13 bits in each two letters of 91: see encodePairs.ts. What is left at the end is less than a byte.
  const decodePairs = (/** @type {string} */ text) => {
    const values = new Int8Array(127)
    for (let code = 33, value = 0; code < 127; code++)
      if (!'&<>'.includes(String.fromCharCode(code))) values[code] = value++
    const bytes = new Uint8Array(text.length)
    let waiting = 0
    let bits = 0
    let length = 0
    for (let i = 0; i < text.length; i += 2) {
      const isPair = i + 1 < text.length
      waiting |= (values[text.charCodeAt(i)] + (isPair ? 91 * values[text.charCodeAt(i + 1)] : 0)) << bits
      for (bits += isPair ? 13 : 6; bits >= 8; bits -= 8) {
        bytes[length++] = waiting
        waiting >>>= 8
      }
    }
    return bytes.subarray(0, length)
  }
  const packed = document.getElementById('code')?.textContent ?? ''
  const text = new Blob([decodePairs(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
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
