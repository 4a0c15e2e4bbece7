/** The mark of the page: an arc between two functions, and a flame under it. */
export function Mark() {
  return (
    <svg className="mark-drawing" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M3 17C3 8.500 8 3 17 3" fill="none" stroke="var(--accent)" strokeWidth="2.200" strokeLinecap="round" />
      <path
        d="M11.300 7.200c.4 2.300 4.500 3.500 4.500 6.700a3.900 3.900 0 0 1-7.800.2c0-1.500.7-2.400 1.500-3.300.2.9.6 1.400 1.200 1.600-.3-1.800-.2-3.500.6-5.200Z"
        fill="var(--heat)"
      />
      <circle cx="3" cy="17" r="1.800" fill="var(--accent)" />
      <circle cx="17" cy="3" r="1.800" fill="var(--accent)" />
    </svg>
  )
}
