import { Mark } from '../../ui/Mark.tsx'
import { Notices } from '../frame/Notices.tsx'
import './EmptyPage.css'

/** While a link opens by itself: nothing but the bar, and the progress once it takes long. */
export function OpeningPage() {
  return (
    <div className="empty-page">
      <header className="empty-head">
        <span className="mark">
          <Mark />
          Arcflame
        </span>
      </header>
      <Notices />
      <main aria-busy="true" aria-label="Opening" />
    </div>
  )
}
