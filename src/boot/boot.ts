/** The small script of every page, inlined in its head before any content. */
import './leave.ts'
import './in-place.ts'
import './helpers.ts'
