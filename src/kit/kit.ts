/** The writers' kit: every component that may stand in MDX, by the name it has there. */
import AreaFinder from './AreaFinder.astro'
import Brochures from './Brochures.astro'
import CallTrace from './CallTrace.astro'
import ChangeList from './ChangeList.astro'
import Cards from './Cards.astro'
import Choice from './Choice.astro'
import Choices from './Choices.astro'
import ContactForm from './ContactForm.astro'
import Courtroom from './CourtroomPlan.astro'
import Danger from './Danger.astro'
import DataFiles from './DataFiles.astro'
import Decide from './Decide.astro'
import Directory from './Directory.astro'
import FactIndex from './FactIndex.astro'
import Film from './Film.astro'
import GlossaryList from './GlossaryList.astro'
import InShort from './InShort.astro'
import Known from './Known.astro'
import Law from './Law.astro'
import Limit from './Limit.astro'
import Out from './Out.astro'
import LinkKit from './LinkKit.astro'
import Page from './PageLink.astro'
import Phone from './Phone.astro'
import Picture from './Picture.astro'
import PracticeExit from './PracticeExit.astro'
import ReplyForm from './ReplyForm.astro'
import Right from './Right.astro'
import RvcDoes from './RvcDoes.astro'
import SearchPage from './SearchPage.astro'
import Section from './Section.astro'
import Setting from './Setting.astro'
import StagePicker from './StagePicker.astro'
import StepList from './StepList.astro'
import Swedish from './Swedish.astro'
import Term from './Term.astro'
import Unknown from './Unknown.astro'
import Ways from './Ways.astro'
import Worksheets from './Worksheets.astro'

export const kit = {
  AreaFinder,
  Brochures,
  CallTrace,
  ChangeList,
  Cards,
  Choice,
  Choices,
  ContactForm,
  Courtroom,
  Danger,
  DataFiles,
  Decide,
  Directory,
  FactIndex,
  Film,
  GlossaryList,
  InShort,
  Known,
  Law,
  Limit,
  LinkKit,
  Out,
  Page,
  Phone,
  Picture,
  PracticeExit,
  ReplyForm,
  Right,
  RvcDoes,
  SearchPage,
  Section,
  Setting,
  StagePicker,
  StepList,
  Swedish,
  Term,
  Unknown,
  Ways,
  Worksheets,
}
