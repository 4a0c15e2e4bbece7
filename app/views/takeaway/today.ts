/** The date as pictures carry it: `12 Nov 2025`. */
export const today = () => new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
