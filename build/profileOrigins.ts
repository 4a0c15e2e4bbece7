/**
 * The one setting of whoever builds the page for others: origins beside its own that it may fetch profiles from when a
 * link asks for them, `ARCFLAME_PROFILE_ORIGINS=https://ci.example`, several with blanks between them.
 */
export const profileOrigins = (process.env.ARCFLAME_PROFILE_ORIGINS ?? '')
  .split(/\s+/)
  .filter(text => text !== '')
  .map(text => new URL(text).origin)
