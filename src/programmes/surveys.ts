import type { Survey, SurveyParty, SurveyQuestion } from '#domain/enrolment/surveys.ts'

const both: readonly SurveyParty[] = ['apprentice', 'master']

const question = (code: string, text: string, parties: readonly SurveyParty[]): SurveyQuestion => ({
  code,
  text,
  parties,
})

/**
 * Surveys of the centre, the same for its programmes (programme sheet, “enquêtes pendant et au terme
 * de mon contrat”; RNQ indicators 29 and 30). The sheet names no question: these are ours, until the
 * centre says its own. A question that changes its meaning gets another code.
 */
export const surveys: readonly Survey[] = [
  {
    code: 'during',
    title: 'Comment se passe l’apprentissage',
    opens: { months: 4, from: 'start' },
    questions: [
      question('work-fits', 'Le travail confié aide à préparer le diplôme.', both),
      question('listened-to', 'Au CFA, quelqu’un écoute quand quelque chose ne va pas.', both),
      question('well-received', 'L’accueil dans l’entreprise est bon.', ['apprentice']),
      question('master-time', 'Le maître d’apprentissage prend le temps d’expliquer.', [
        'apprentice',
      ]),
      question('lessons-help', 'Les cours servent dans l’entreprise.', ['apprentice']),
      question('pace', 'Le rythme entre CFA et entreprise convient.', both),
      question('centre-informs', 'Le CFA informe bien l’entreprise.', ['master']),
      question('progress', 'L’apprenti progresse.', ['master']),
    ],
  },
  {
    code: 'end',
    title: 'À la fin du contrat',
    opens: { months: 2, from: 'end' },
    questions: [
      question('overall', 'Dans l’ensemble, l’apprentissage s’est bien passé.', both),
      question('again', 'Ce serait à refaire avec ce CFA.', both),
      question('ready', 'La formation prépare bien au métier.', both),
      question('knows-next', 'La suite est claire\u00a0: études ou emploi.', ['apprentice']),
      question('would-hire', 'L’entreprise embaucherait cet apprenti.', ['master']),
    ],
  },
]
