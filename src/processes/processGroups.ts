// What processes of one kind have in common. Titles differ in what belongs to the moment (addresses, positions in a log, what
// is being done) and in numbers; masked, those of one kind are the same.

/** What PostgreSQL calls its own processes. Of these the rest of a title is of the moment. */
const OWN_PROCESS =
  /^(autovacuum (?:launcher|worker)|background (?:writer|worker)|checkpointer|wal ?writer|wal ?sender|wal ?receiver|wal ?summarizer|startup|archiver|stats collector|logger|logical replication (?:launcher|(?:(?:parallel )?apply |tablesync )?worker)|parallel worker|slotsync worker|io worker)\b/
/** `pgcorp postgres 127.0.0.1(55112) idle`: user, database, and where the client is. */
const BACKEND = /^(\S+) (\S+) (?:\S+\(\d+\)|\[local\])(?: |$)/
/** `client backend pgcorp postgres psql`, from pg_stat_activity. */
const ACTIVE_BACKEND = /^client backend(?: \S+){0,2}/
const POSTMASTER = /^\S*\b(?:postgres|postmaster)(?: -[A-Za-z]|$)/

/** The kind of process that a title tells of. */
export function groupOfTitle(title: string): string {
  const own = OWN_PROCESS.exec(title)
  if (own) return own[0]
  const backend = BACKEND.exec(title)
  if (backend) return `client backend ${backend[1]} ${backend[2]}`
  return ACTIVE_BACKEND.exec(title)?.[0] ?? (POSTMASTER.test(title) ? 'postmaster' : masked(title))
}

/** The kind that a name tells of; empty where it is only a number. */
export function groupOfName(name: string): string {
  const pattern = masked(name)
  return /\p{L}/u.test(pattern) ? pattern : ''
}

/** `rank 12 of 512` → `rank # of #` */
const masked = (text: string): string =>
  text
    .replace(/\b0x[\da-f]+\b/gi, '#')
    .replace(/\b[\dA-F]{1,8}\/[\dA-F]{1,8}\b/g, '#') // a position in PostgreSQL's log
    .replace(/\b(?=[a-f]*\d)[\da-f]{8,}(?:-[\da-f]{4,12})*\b/gi, '#')
    .replace(/\d+(?:[.:]\d+)*/g, '#')
    .replace(/\s+/g, ' ')
    .trim()
