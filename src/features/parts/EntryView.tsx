import { itemsOf, textOf } from '#domain/content.ts'
import type { Content } from '#domain/operation.ts'
import type { ProgrammeOutline } from '#programmes/outline.ts'
import { Chip } from '#ui/Chip.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { formatDay } from '#ui/formatDate.ts'
import { lazyPart } from '#ui/loadPart.ts'
import { Quote } from '#ui/Quote.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Check, Target } from 'lucide-react'
import { Suspense } from 'react'
import styles from './EntryView.module.css'
import { Feeling } from './Feeling.tsx'
import { isFeeling } from './feelings.ts'
import { labelsOf, PROGRAMME_LANGUAGE } from './labelsOf.ts'
import { memosOf } from './memosOf.ts'
import { momentsOf } from './momentsOf.ts'
import { PhotoPrint } from './PhotoPrint.tsx'
import { texts } from './entryView.texts.ts'
import type { FileUrl } from './useFileUrl.ts'

// Few weeks have something to hear.
const MemoReading = lazyPart(async () => (await import('./MemoReading.tsx')).MemoReading)

interface Props {
  /** Of one version, or of the author’s draft. */
  readonly content: Content
  /** `null`: unknown to this app; then codes are shown. */
  readonly programme: ProgrammeOutline | null
  readonly fileUrl: FileUrl
}

/** What a weekly entry says, to be read without a tap. */
export function EntryView({ content, programme, fileUrl }: Props) {
  const t = useTexts(texts)
  const labels = labelsOf(programme)
  const tasks = itemsOf(content, 'tasks')
  const skills = itemsOf(content, 'skills')
  const told = textOf(content, 'told')
  const language = useLanguage()
  const moments = momentsOf(content)
  const days = [...new Set(moments.map(({ day }) => day))]
  const memos = memosOf(content)
  const feeling = content['feeling']
  const photos = itemsOf(content, 'photos').flatMap((id) => {
    const file = content[`photos/${id}`]
    return typeof file === 'object' && file !== null ? [file] : []
  })

  return (
    <div className={styles['entry']}>
      {tasks.length > 0 && (
        <ul className={styles['chips']} aria-label={t.tasks}>
          {tasks.map((code) => (
            <li key={code} lang={PROGRAMME_LANGUAGE}>
              <Chip tone="info" icon={<Check aria-hidden="true" size={16} />}>
                {labels.task(code)}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {moments.length > 0 && (
        <DefinitionList
          items={days.map((each) => ({
            term: each === '' ? t.moment : formatDay(each, language),
            description: moments
              .filter(({ day }) => day === each)
              .map(({ id, words }) => <p key={id}>{words}</p>),
          }))}
        />
      )}
      {told !== '' && <Quote>{told}</Quote>}
      {memos.length > 0 && (
        <Suspense>
          <MemoReading memos={memos} fileUrl={fileUrl} />
        </Suspense>
      )}
      {isFeeling(feeling) && <Feeling feeling={feeling} />}
      {skills.length > 0 && (
        <ul className={styles['skills']} aria-label={t.skills}>
          {skills.map((code) => (
            <li key={code} lang={PROGRAMME_LANGUAGE}>
              <Target aria-hidden="true" size={16} />
              {labels.skill(code)}
            </li>
          ))}
        </ul>
      )}
      {photos.length > 0 && (
        <ul className={styles['chips']} aria-label={t.photos(photos.length)}>
          {photos.map(({ sha256 }, index) => (
            <li key={sha256}>
              <PhotoPrint sha256={sha256} number={index + 1} fileUrl={fileUrl} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
