import { subjectAverages } from '#domain/exams/averages.ts'
import { keptUntil, type KeptMark } from '#domain/exams/keptMarks.ts'
import type { PublishedMark } from '#domain/exams/marks.ts'
import { may, mayBegin, readsKind, type Actor } from '#domain/rights.ts'
import { DraftList } from '#features/parts/DraftList.tsx'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { Programme } from '#programmes/programme.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { BarList } from '#ui/BarList.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { formatNumber } from '#ui/formatNumber.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { subjectsOf } from './examLines.ts'
import { Standing } from './Standing.tsx'
import { texts } from './texts.ts'
import type { Marks } from './useMarks.ts'

interface Props {
  readonly facts: LogbookFacts
  readonly actor: Actor
  /** `undefined` while it is loaded; `null`: this app does not know it. */
  readonly programme: Programme | null | undefined
  readonly marks: Marks | undefined
  /** Codes of the exams that are not taken. */
  readonly dispensed: readonly string[]
  /** Those of former sessions that hold for the coming one. */
  readonly kept: readonly KeptMark[]
  readonly onNew: () => void
  readonly onEdit: (mark: PublishedMark) => Promise<Problem | null>
}

/** The marks of the training, their averages, and what they would come to as an exam. */
export function MarksScreen(props: Props) {
  const { facts, actor, programme, marks, dispensed, kept, onNew, onEdit } = props
  const t = useTexts(texts)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isOwn = actor.role === 'apprentice'
  const base = `/livret/${actor.logbookId}`
  const page = {
    title: isOwn ? t.title : t.titleOf(apprenticeName(facts)),
    back: { to: isOwn ? '/' : base, label: isOwn ? t.home : t.back },
  }
  if (!readsKind(actor.role, 'mark')) {
    return (
      <Page {...page}>
        <EmptyState title={t.hidden}>{t.hiddenMore}</EmptyState>
      </Page>
    )
  }
  if (programme === undefined || !marks) {
    return (
      <Page {...page}>
        <Spinner label={t.loading} />
      </Page>
    )
  }
  if (programme === null) {
    return (
      <Page {...page}>
        <EmptyState title={t.unknown} />
      </Page>
    )
  }

  return (
    <Page {...page}>
      <ProblemNotice problem={problem} />
      <DraftList
        title={t.drafts}
        drafts={marks.drafts}
        path={`${base}/resultats`}
        untitled={t.untitled}
      />
      {marks.marks.length + marks.former.length === 0 ? (
        <EmptyState title={t.none}>{t.noneMore}</EmptyState>
      ) : (
        <>
          {marks.marks.length > 0 && <Averages programme={programme} marks={marks.marks} />}
          <Standing
            exams={programme.exams}
            marks={marks.marks}
            dispensed={dispensed}
            kept={kept}
            own={isOwn}
          />
          {[marks.marks, marks.former].map(
            (list, index) =>
              list.length > 0 && (
                <MarkList
                  key={index === 0 ? 'training' : 'former'}
                  title={index === 0 ? t.marks : t.formerMarks}
                  programme={programme}
                  marks={list}
                  actor={actor}
                  onEdit={(mark) => void onEdit(mark).then(setProblem)}
                />
              ),
          )}
        </>
      )}
      {mayBegin(actor, 'mark') && (
        <ActionBar>
          <Button variant="primary" icon={<Plus aria-hidden="true" size={20} />} onClick={onNew}>
            {t.add}
          </Button>
        </ActionBar>
      )}
    </Page>
  )
}

interface AveragesProps {
  readonly programme: Programme
  readonly marks: readonly PublishedMark[]
}

const titleOf = (programme: Programme, code: string) =>
  subjectsOf(programme).find((subject) => subject.code === code)?.title ?? code

function Averages({ programme, marks }: AveragesProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  return (
    <Section title={t.subjects}>
      <Card>
        <BarList
          label={t.subjectsLabel}
          bars={subjectAverages(marks).map(({ subject, average, count }) => ({
            key: subject,
            label: <span lang={PROGRAMME_LANGUAGE}>{titleOf(programme, subject)}</span>,
            text: t.average(formatNumber(average, language, 2), count),
            parts: [{ pattern: 'solid', share: average / 20 }],
          }))}
        />
      </Card>
    </Section>
  )
}

interface MarkListProps extends AveragesProps {
  readonly title: string
  readonly actor: Actor
  readonly onEdit: (mark: PublishedMark) => void
}

function MarkList({ title, programme, marks, actor, onEdit }: MarkListProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  const formOf = (code: string) =>
    programme.sheet.assessments.find((each) => each.code === code)?.title ?? null
  const day = (date: string) => formatDayWithoutWeekday(date, language)
  const nameOf = ({ label, subject, exam }: PublishedMark) =>
    subject === '' && exam !== null ? t.formerName(exam) : label
  const detailOf = ({ date, subject, form, mark }: PublishedMark) =>
    subject === ''
      ? t.formerDetail(day(date), day(keptUntil(mark, date) ?? date))
      : t.detail(day(date), titleOf(programme, subject), formOf(form))
  const mayEdit = ({ document }: PublishedMark) =>
    may(actor, 'amend', document) ||
    (document.state === 'draft' && document.author === actor.personId)

  return (
    <Section title={title}>
      <List>
        {marks.map((mark) => (
          <ListItem
            key={mark.document.id}
            title={nameOf(mark)}
            detail={
              <>
                <div>{detailOf(mark)}</div>
                {mark.remark !== '' && <div>{t.quoted(mark.remark)}</div>}
              </>
            }
            aside={<strong>{t.outOf(formatNumber(mark.mark, language))}</strong>}
          >
            {mayEdit(mark) && (
              <Row>
                <Button
                  variant="quiet"
                  aria-label={t.editLabel(nameOf(mark))}
                  icon={<Pencil aria-hidden="true" size={20} />}
                  onClick={() => {
                    onEdit(mark)
                  }}
                >
                  {t.edit}
                </Button>
              </Row>
            )}
          </ListItem>
        ))}
      </List>
    </Section>
  )
}
