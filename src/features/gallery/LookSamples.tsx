import { Section } from '#ui/Section.tsx'
import { Source } from '#ui/Source.tsx'
import { useTexts } from '#ui/texts.tsx'
import styles from './LookSamples.module.css'
import { texts } from './texts.ts'

/** Names of tokens: what is written, and on which ground. */
const pairs = [
  ['ink', 'paper'],
  ['ink-soft', 'paper'],
  ['ink', 'paper-raised'],
  ['ink', 'paper-sunk'],
  ['blue', 'paper-raised'],
  ['on-blue', 'blue'],
  ['on-blue-soft', 'blue-soft'],
  ['warm', 'paper-raised'],
  ['on-warm-soft', 'warm-soft'],
  ['sage', 'paper-raised'],
  ['on-sage-soft', 'sage-soft'],
  ['danger', 'paper-raised'],
  ['on-danger', 'danger'],
  ['on-danger-soft', 'danger-soft'],
] as const

const spaces = [1, 2, 3, 4, 5, 6, 7] as const

export function LookSamples() {
  const t = useTexts(texts)
  return (
    <>
      <Section title={t.colours}>
        <ul className={styles['pairs']}>
          {pairs.map(([ink, ground]) => (
            <li key={`${ink} ${ground}`} className={styles['pair']}>
              <svg className={styles['swatch']} viewBox="0 0 120 56" aria-hidden="true">
                <rect width="120" height="56" rx="8" fill={`var(--${ground})`} />
                <text x="14" y="37" fontSize="24" fill={`var(--${ink})`}>
                  {t.letters}
                </text>
              </svg>
              <span className={styles['name']}>{t.onGround(ink, ground)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.type}>
        <div className={styles['types']}>
          <p className={styles['h1']}>{t.largest}</p>
          <p className={styles['h2']}>{t.second}</p>
          <p className={styles['h3']}>{t.third}</p>
          <p>{t.text}</p>
          <p className={styles['small']}>{t.small}</p>
          <p className={styles['small']}>
            <Source>{t.source}</Source>
          </p>
        </div>
      </Section>
      <Section title={t.space}>
        <ul className={styles['spaces']}>
          {spaces.map((space) => (
            <li key={space} className={styles['space']}>
              <span className={styles[`space${space}`]} />
              <span className={styles['name']}>{`space-${space}`}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
