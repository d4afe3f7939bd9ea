/** One right or duty of an apprentice. */
export interface Statement {
  /** Stands in acknowledgements: it never changes. */
  readonly code: string
  /** In plain words. */
  readonly text: string
  /** Article or programme sheet. */
  readonly source: string
}

/**
 * What the programme sheet tells apprentices of their rights, in plain words and as the law is now:
 * contributions, exam leave and help with the driving licence have changed since it was printed.
 */
export const rights: readonly Statement[] = [
  {
    code: 'employee',
    text: 'Vous êtes salarié, avec les mêmes droits que les autres salariés de l’entreprise.',
    source: 'Code du travail, art. L6222-23',
  },
  {
    code: 'pay',
    text: 'Vous êtes payé chaque mois, en pourcentage du SMIC ou du salaire de la convention.',
    source: 'Code du travail, art. L6222-27 et D6222-26',
  },
  {
    code: 'contributions',
    text: 'Une partie de votre paie est exonérée de cotisations, selon la date de signature du contrat.',
    source: 'Code du travail, art. L6243-2 et D6243-5',
  },
  {
    code: 'paid-leave',
    text: 'Vous avez des congés payés, à prendre pendant les périodes en entreprise.',
    source: 'Code du travail, art. L3141-3\u00a0; fiche formation',
  },
  {
    code: 'exam-leave',
    text: 'Vous avez cinq jours ouvrables payés pour préparer l’examen, dans le mois qui le précède.',
    source: 'Code du travail, art. L6222-35',
  },
  {
    code: 'training-account',
    text: 'Vous avez un compte personnel de formation (CPF).',
    source: 'Code du travail, art. L6323-1',
  },
  {
    code: 'health-insurance',
    text: 'Vous êtes couvert en cas de maladie ou d’accident du travail (CPAM ou MSA).',
    source: 'Fiche formation',
  },
  { code: 'pension', text: 'Vous cotisez pour votre retraite.', source: 'Fiche formation' },
  {
    code: 'unemployment',
    text: 'Vous avez une assurance chômage à la fin du contrat.',
    source: 'Fiche formation',
  },
  {
    code: 'seniority',
    text: 'Si l’entreprise vous embauche ensuite, votre ancienneté compte.',
    source: 'Code du travail, art. L6222-16',
  },
  {
    code: 'family-allowance',
    text: 'Vos parents gardent les allocations familiales jusqu’à vos 20\u00a0ans, si vous gagnez 55\u00a0% du SMIC au plus.',
    source: 'Fiche formation',
  },
  {
    code: 'housing',
    text: 'Vous pouvez demander l’aide au logement si vous n’habitez pas chez vos parents.',
    source: 'Fiche formation',
  },
  {
    code: 'trades-card',
    text: 'Vous avez les avantages de la carte d’étudiant des métiers.',
    source: 'Fiche formation',
  },
]

/** What the programme sheet asks of apprentices, in plain words. */
export const duties: readonly Statement[] = [
  {
    code: 'company-rules',
    text: 'Respecter le règlement intérieur de l’entreprise.',
    source: 'Fiche formation',
  },
  {
    code: 'work',
    text: 'Faire les travaux confiés, en lien avec la progression de la formation.',
    source: 'Code du travail, art. L6221-1\u00a0; fiche formation',
  },
  {
    code: 'attend',
    text: 'Suivre la formation au CFA et construire son parcours avec lui.',
    source: 'Code du travail, art. L6221-1\u00a0; fiche formation',
  },
  {
    code: 'centre-rules',
    text: 'Respecter le règlement intérieur du CFA.',
    source: 'Fiche formation',
  },
  {
    code: 'safety',
    text: 'Appliquer les consignes de santé et de sécurité, pour soi et pour les autres.',
    source: 'Code du travail, art. L4122-1\u00a0; fiche formation',
  },
  {
    code: 'logbook',
    text: 'Remplir régulièrement le livret d’apprentissage et s’en servir.',
    source: 'Fiche formation',
  },
  {
    code: 'exams',
    text: 'Se présenter à toutes les épreuves de l’examen.',
    source: 'Code du travail, art. L6222-34',
  },
  {
    code: 'absences',
    text: 'Justifier ses absences par un motif prévu par la loi. Les autres sont injustifiées.',
    source: 'Fiche formation',
  },
  {
    code: 'surveys',
    text: 'Répondre aux enquêtes, pendant le contrat et à la fin.',
    source: 'Fiche formation',
  },
]
