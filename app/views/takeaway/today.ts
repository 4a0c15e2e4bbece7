import { messages } from '../../messages/messages.ts'

/** The date as pictures carry it: `12 Nov 2025`. */
export const today = () =>
  new Date().toLocaleDateString(messages().ui.locale, { day: 'numeric', month: 'short', year: 'numeric' })
