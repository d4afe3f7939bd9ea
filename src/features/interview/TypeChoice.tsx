import { texts as documentTexts } from '#features/parts/document.texts.ts'
import { useTexts } from '#ui/texts.tsx'
import { ChevronRight } from 'lucide-react'
import { interviewTypes, type InterviewType } from './interviewTypes.ts'
import { texts } from './texts.ts'
import styles from './TypeChoice.module.css'

/** A new interview begins with its type: it says who writes and who signs. */
export function TypeChoice({ onBegin }: { readonly onBegin: (type: InterviewType) => void }) {
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
                <span className={styles['hint']}>{t.hints[type]}</span>
              </span>
              <ChevronRight aria-hidden="true" size={20} className={styles['chevron']} />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
