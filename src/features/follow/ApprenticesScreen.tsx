import type { LogbookId } from '#domain/identifiers.ts'
import { isPressing, type Need } from '#domain/needs.ts'
import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { formatDay } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { SplitView } from '#ui/SplitView.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import { BookPlus, ChartNoAxesGantt } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { ApprenticeRow } from './ApprenticeRow.tsx'
import styles from './ApprenticesScreen.module.css'
import type { Followed } from './followed.ts'
import { NeedFilter } from './NeedFilter.tsx'
import { texts } from './texts.ts'

interface Props {
  /** Who needs help first; `undefined` while they are read. */
  readonly apprentices: readonly Followed[] | undefined
  readonly today: string
  /** Whether this person may open other logbooks. */
  readonly opensLogbooks?: boolean
  /** What comes before the list: other things that wait for this person. */
  readonly notice?: ReactNode
  /** The logbook that is open beside the list, on a wide screen. */
  readonly chosen?: { readonly logbookId: LogbookId; readonly sheet: ReactNode } | undefined
}

/** What a trainer or coordinator opens first: their apprentices, who needs help on top. */
export function ApprenticesScreen(props: Props) {
  const { apprentices, today, opensLogbooks = false, notice, chosen } = props
  const t = useTexts(texts)
  return (
    <Page title={t.title} wide>
      <SplitView
        listLabel={t.list}
        detailLabel={t.detail}
        detail={chosen?.sheet}
        list={
          apprentices === undefined ? (
            <Spinner label={t.loading} />
          ) : apprentices.length === 0 ? (
            <EmptyState title={t.none}>{t.noneMore}</EmptyState>
          ) : (
            <>
              {notice}
              <Apprentices
                apprentices={apprentices}
                today={today}
                opensLogbooks={opensLogbooks}
                open={chosen?.logbookId}
              />
            </>
          )
        }
      />
    </Page>
  )
}

/** From so many apprentices on, the list alone is no glance any more. */
const MANY = 6

interface ListProps {
  readonly apprentices: readonly Followed[]
  readonly today: string
  readonly opensLogbooks: boolean
  readonly open: LogbookId | undefined
}

function Apprentices({ apprentices, today, opensLogbooks, open }: ListProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  const pressing = apprentices.filter(({ needs }) => needs.some(isPressing))
  const [filter, setFilter] = useState<'first' | 'all'>(() =>
    open === undefined || pressing.some(({ logbookId }) => logbookId === open) ? 'first' : 'all',
  )
  const [search, setSearch] = useState('')
  const [need, setNeed] = useState<Need['type'] | null>(null)

  const drafts = apprentices.flatMap(({ name, drafts: begun }) =>
    begun.map((document) => ({ name, document })),
  )
  // Who searches means everybody, whatever the filter.
  const wanted = plain(search.trim())
  const chosen =
    need !== null
      ? apprentices.filter(({ needs }) => needs.some(({ type }) => type === need))
      : filter === 'all'
        ? apprentices
        : pressing
  const shown =
    wanted === ''
      ? chosen
      : apprentices.filter(({ name, facts }) =>
          plain(`${name} ${facts.company.name}`).includes(wanted),
        )

  return (
    <>
      {drafts.length > 0 && (
        <Section title={t.drafts}>
          <List>
            {drafts.map(({ name, document }) => {
              const date = document.fields['date']?.value
              return (
                <ListLink
                  key={document.id}
                  to={`/livret/${document.logbookId}/visite/${document.id}`}
                  title={t.draftOf(name)}
                  detail={typeof date === 'string' ? formatDay(date, language) : undefined}
                  tone="waiting"
                />
              )
            })}
          </List>
        </Section>
      )}
      <div className={styles['tools']}>
        <div className={styles['toolsRow']}>
          <ChoiceGroup
            legend={<VisuallyHidden>{t.filter}</VisuallyHidden>}
            options={[
              { value: 'first', label: t.first },
              { value: 'all', label: t.all(apprentices.length) },
            ]}
            value={need === null ? filter : null}
            onChange={(value) => {
              setNeed(null)
              setFilter(value)
            }}
          />
          <TextField label={t.search} type="search" value={search} onChange={setSearch} />
        </div>
      </div>
      {apprentices.length >= MANY && (
        <NeedFilter apprentices={apprentices} value={need} onChange={setNeed} />
      )}
      <Row align="between">
        <StatusLine>
          {wanted === '' && need === null && filter === 'first'
            ? t.pressing(pressing.length)
            : t.found(shown.length)}
        </StatusLine>
        <Row>
          {apprentices.length > 1 && (
            <ButtonLink
              to="/promotion"
              variant="quiet"
              size="small"
              icon={<ChartNoAxesGantt size={20} aria-hidden="true" />}
            >
              {t.cohort}
            </ButtonLink>
          )}
          {opensLogbooks && (
            <ButtonLink
              to="/centre/livrets"
              variant="quiet"
              size="small"
              icon={<BookPlus size={20} aria-hidden="true" />}
            >
              {t.openLogbooks}
            </ButtonLink>
          )}
        </Row>
      </Row>
      {shown.length === 0 && wanted === '' && (
        <EmptyState
          title={t.nothingFirst}
          action={
            <Button
              onClick={() => {
                setFilter('all')
              }}
            >
              {t.showAll}
            </Button>
          }
        >
          {t.nothingFirstMore}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <ul className={styles['rows']} aria-label={t.list}>
          {shown.map((apprentice) => (
            <ApprenticeRow
              key={apprentice.logbookId}
              apprentice={apprentice}
              today={today}
              current={apprentice.logbookId === open}
            />
          ))}
        </ul>
      )}
    </>
  )
}

/** Lower case without accents: who types “ines” finds Inès. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
