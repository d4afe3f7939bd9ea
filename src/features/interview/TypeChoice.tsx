import { texts as documentTexts } from '#features/parts/document.texts.ts'
import { useTexts } from '#ui/texts.tsx'
import { ChevronRight } from 'lucide-react'
import { interviewTypes, type InterviewType } from './interviewTypes.ts'
import { texts } from './texts.ts'
import styles from './TypeChoice.module.css'

interface Props {
  readonly isIndividual: (type: InterviewType) => boolean
  readonly onBegin: (type: InterviewType) => void
}

/** A new interview begins with its type: it says who writes, who signs, and who reads it. */
export function TypeChoice({ isIndividual, onBegin }: Props) {
  const t = useTexts(texts)
  const names = useTexts(documentTexts)

  return (
    <>
      <p>{t.chooseType}</p>
      <ul className={styles['types']}>
        {interviewTypes.map((type) => (
          <li key={type}>
            <button
              type="button"
              className={styles['type']}
              onClick={() => {
                onBegin(type)
              }}
            >
              <span className={styles['words']}>
                <span className={styles['title']}>{names.interviewTypes[type]}</span>
                <span className={styles['hint']}>
                  {isIndividual(type) ? t.individualHints[type] : t.hints[type]}
                </span>
              </span>
              <ChevronRight aria-hidden="true" size={20} className={styles['chevron']} />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
