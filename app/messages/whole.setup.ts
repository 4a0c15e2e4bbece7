// Tests draw views by themselves, without the page that loads what views say.

import { loadMessages } from './messages.ts'

await loadMessages()
