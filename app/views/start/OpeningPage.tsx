import { useMessages } from '../../messages/messages.ts'
import { Notices } from '../frame/Notices.tsx'
import { StartHead } from './StartHead.tsx'

/** While a link opens by itself: nothing but the bar, and the progress once it takes long. */
export function OpeningPage() {
  const words = useMessages().start
  return (
    <div className="empty-page">
      <StartHead />
      <Notices />
      <main aria-busy="true" aria-label={words.opening} />
    </div>
  )
}
