/** What the applicant and the manager read to each other before a key is let in. */
import { controlWords, type Admission } from '../contact/keyfile.ts'

export function Control({ admission, whose }: { admission: Admission; whose: string }) {
  return (
    <>
      <p>
        <b>Läs upp för varandra</b>, i rummet eller på ett nummer ni redan har. {whose} Stämmer inte
        varje bokstav är det en annan nyckel: släpp inte in den.
      </p>
      <p className="control" translate="no" data-control>
        {controlWords(admission)}
      </p>
    </>
  )
}
