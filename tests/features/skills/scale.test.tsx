import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense, type ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { expect, it, vi } from 'vitest'
import type { OperationId } from '#domain/identifiers.ts'
import { evidenceOf } from '#domain/skills/evidence.ts'
import { skillValues } from '#domain/skills/skillValues.ts'
import { AssessmentScreen } from '#features/skills/AssessmentScreen.tsx'
import { SkillScreen } from '#features/skills/SkillScreen.tsx'
import { SkillsScreen } from '#features/skills/SkillsScreen.tsx'
import type { Skills } from '#features/skills/useSkills.ts'
import { findOutline, loadOutline } from '#programmes/outlines.ts'
import { policyOf } from '#programmes/policies.ts'
import type { LevelWords, Policy } from '#programmes/policy.ts'
import { someFacts } from '#tests/app/routes/aWorkspace.ts'
import { aBook, actor, nextId } from '#tests/support/builders.ts'
import { writePublished } from '#tests/support/trainingDocuments.ts'
import { LanguageProvider } from '#ui/texts.tsx'

await loadOutline('bts-ndrc')

const words = (...names: readonly string[]) => {
  const [notSeen = '', discovering = '', progressing = '', acquired = '', independent = ''] = names
  const word = (name: string) => ({ name, hint: `le sens de ${name}` })
  return {
    'not-seen': word(notSeen),
    discovering: word(discovering),
    progressing: word(progressing),
    acquired: word(acquired),
    independent: word(independent),
  } satisfies LevelWords
}
const scale: NonNullable<Policy['scale']> = {
  fr: words('Jamais rencontré', 'Débutant', 'En apprentissage', 'Maîtrisé', 'Expert'),
  en: words('Never met', 'Beginner', 'Learning', 'Mastered', 'Expert'),
}
const ours = /Non vu|Découverte|En cours|Acquis|Autonome/u

const facts = someFacts()
const programme = findOutline('bts-ndrc')
const book = aBook()
const documents = [
  writePublished(book, 'selfAssessment', 'published'),
  writePublished(book, 'assessment', 'published'),
  writePublished(book, 'assessment', 'published', {
    by: 'trainer',
    set: { party: 'trainer', date: '2025-11-07', 'skills/B1.C1.3/level': 'not-seen' },
  }),
]
const skills: Skills = {
  values: skillValues(documents),
  practised: new Map(),
  evidence: evidenceOf(documents),
  own: [],
  begun: null,
}

const done = () => Promise.resolve(null)
const listOfSkills = (named: Policy['scale']) => (
  <SkillsScreen
    facts={facts}
    actor={actor('master')}
    programme={programme}
    skills={skills}
    scale={named}
    onCorrect={done}
  />
)
const oneSkill = (named: Policy['scale']) => (
  <SkillScreen
    actor={actor('master')}
    code="B1.C1.3"
    shortLabel="Prospecter"
    skill={null}
    skills={skills}
    scale={named}
  />
)

/** A draft of the master’s whose other device chose another level. */
function assessing(named: Policy['scale']) {
  if (!programme) throw new Error('no outline')
  const key = 'skills/B1.C1.3/level'
  const own = writePublished(book, 'assessment', 'draft')
  const other = { value: 'independent', by: nextId<OperationId>() }
  return (
    <AssessmentScreen
      actor={actor('master')}
      kind="assessment"
      programme={programme}
      skills={skills}
      scale={named}
      document={{ ...own, alternatives: { [key]: [other] } }}
      draft={{
        value: (each) => own.fields[each]?.value ?? null,
        text: () => '',
        set: vi.fn(),
        problem: null,
        flush: done,
      }}
      today="2025-11-10"
      onPublish={done}
      onDiscard={done}
      onResolve={vi.fn()}
    />
  )
}

const show = (node: ReactNode, language: 'fr' | 'en' = 'fr') =>
  render(
    <LanguageProvider language={language}>
      <MemoryRouter>
        <Suspense>{node}</Suspense>
      </MemoryRouter>
    </LanguageProvider>,
  ).container

it('a centre’s own names are those that three people read, and hear, of a skill', () => {
  const page = show(listOfSkills(scale))
  expect(page).toHaveTextContent(
    /Apprenti\s: En apprentissage.*Vous\s: Maîtrisé.*Formateur\s: Jamais rencontré/u,
  )
  expect(page).not.toHaveTextContent(ours)
})

it('a skill explains the centre’s scale, and its history is told in it', async () => {
  const page = show(oneSkill(scale))
  await userEvent.click(screen.getByText('L’échelle'))
  expect(screen.getByText(/^Débutant\s: le sens de Débutant$/u)).toBeVisible()
  await userEvent.click(screen.getByText('Lire, avec ce qui est derrière'))
  expect(screen.getByText(/^Apprenti, le 5\snovembre 2025$/u).closest('li')).toHaveTextContent(
    /^En apprentissage/u,
  )
  expect(page).not.toHaveTextContent(ours)
})

it('who assesses chooses between the centre’s names, and compares two devices in them', async () => {
  const page = show(assessing(scale))
  await userEvent.click(screen.getByText('Comparer et choisir'))
  await userEvent.click(screen.getByText(/négociation-vente/u))
  const [other, choice] = screen.getAllByRole('group', { name: /^Prospecter et mesurer/u })
  if (!other || !choice) throw new Error('no choice')
  expect(within(other).getByText('Expert')).toBeVisible()
  for (const name of ['Jamais rencontré', 'Débutant', 'En apprentissage', 'Maîtrisé', 'Expert'])
    expect(within(choice).getByRole('radio', { name })).toBeVisible()
  expect(choice).toHaveTextContent(/Avant\s: Maîtrisé, le 6\snov/u)
  expect(page).not.toHaveTextContent(ours)
})

it('in English they are the centre’s English ones', async () => {
  await act(async () => {
    show(listOfSkills(scale), 'en')
    await import('#features/skills/texts.en.ts')
  })
  expect(await screen.findByText('Mastered')).toBeVisible()
})

it('where a centre has named none, as the first one has, the words are those of the app', () => {
  const { scale: named } = policyOf('bts-ndrc')
  expect(named).toBeNull()
  expect(show(listOfSkills(named))).toHaveTextContent(
    /Apprenti\s: En cours.*Vous\s: Acquis.*Formateur\s: Non vu/u,
  )
})
