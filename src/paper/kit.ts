/** The paper kit: every component that may stand in `content/brochures/`, by the name it has there. */
import Known from '../kit/Known.astro'
import Law from '../kit/Law.astro'
import Limit from '../kit/Limit.astro'
import Phone from '../kit/Phone.astro'
import Picture from '../kit/Picture.astro'
import RvcDoes from '../kit/RvcDoes.astro'
import Section from '../kit/Section.astro'
import Setting from '../kit/Setting.astro'
import Unknown from '../kit/Unknown.astro'
import Call from './Call.astro'
import Calls from './Calls.astro'
import Imprint from './Imprint.astro'
import Knot from './Knot.astro'
import Panel from './Panel.astro'
import Qr from './Qr.astro'
import Seats from './Seats.astro'
import Strips from './Strips.astro'
import Title from './Title.astro'
import Way from './Way.astro'
import Term from './Word.astro'

export const kit = {
  Call,
  Calls,
  Imprint,
  Knot,
  Known,
  Law,
  Limit,
  Panel,
  Phone,
  Picture,
  Qr,
  RvcDoes,
  Seats,
  Section,
  Setting,
  Strips,
  Term,
  Unknown,
  Way,
  h1: Title,
}
