import type { Evidence } from '#domain/skills/evidence.ts'
import type { View } from '#domain/skills/skillValues.ts'
import { ofPerson } from '#features/parts/personName.ts'
import type { LevelWords } from '#programmes/policy.ts'
import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

const fr = {
  title: 'Compétences',
  titleOf: (name: string) => `Compétences ${ofPerson(name)}`,
  back: 'Livret',
  home: 'Accueil',
  backToSkills: 'Compétences',
  loading: 'Lecture des compétences…',
  unknown: 'Cette formation n’est pas dans l’application.',
  unknownSkill: 'Cette compétence n’est pas dans la formation.',
  levels: {
    'not-seen': { name: 'Non vu', hint: 'pas eu l’occasion' },
    discovering: { name: 'Découverte', hint: 'regarde, commence' },
    progressing: { name: 'En cours', hint: 'avec de l’aide' },
    acquired: { name: 'Acquis', hint: 'seul, dans les cas simples' },
    independent: { name: 'Autonome', hint: 'seul, et sait expliquer' },
  } satisfies LevelWords,
  scale: 'L’échelle',
  views: {
    apprentice: 'Apprenti',
    master: 'Maître',
    trainer: 'Formateur',
  } satisfies Record<View, string>,
  you: 'Vous',
  noValue: '—',
  weeks: (n: number) =>
    n === 0 ? 'Aucune semaine en entreprise' : `${n}${NBSP}semaine${plural(n)} en entreprise`,
  // Coverage
  coverage: 'En entreprise',
  coverageLead: 'Compétences travaillées dans les semaines envoyées, par bloc professionnel.',
  coverageLabel: 'Compétences travaillées en entreprise, par bloc',
  // All that the bar shows is said: who does not see its pattern has to know what is signed.
  covered: (done: number, all: number, signed: number) =>
    done === 0 ? `0 sur ${all}` : `${done} sur ${all}, ${signed} signée${plural(signed)}`,
  signedWeek: 'Dans une semaine signée',
  sentWeek: 'Envoyée, pas encore signée',
  neverYet: 'Jamais',
  never: (n: number) =>
    n === 1 ? 'Une compétence jamais travaillée' : `${n} compétences jamais travaillées`,
  allCovered: 'Toutes les compétences professionnelles ont été travaillées.',
  former: 'Anciennes compétences',
  formerLead: 'La formation ne les a plus. Ce qui en a été écrit reste.',
  // What to do
  assessSelf: 'Faire mon auto-évaluation',
  assess: 'Évaluer les compétences',
  goOn: 'Reprendre mon évaluation',
  correctLast: 'Corriger ma dernière évaluation',
  lastOwn: (day: string) => `Votre dernière évaluation${NBSP}: ${day}.`,
  noneOwn: 'Vous n’avez encore rien évalué.',
  waits: 'Gardée sur cet appareil. Elle part avec le réseau.',
  // One skill
  official: 'Dans le référentiel',
  criteria: 'Ce qui est regardé',
  now: 'Aujourd’hui',
  overTime: 'Dans le temps',
  overTimeLabel: (skill: string, counts: string) =>
    `Évaluations de «${NBSP}${skill}${NBSP}» dans le temps${NBSP}: ${counts}`,
  count: (view: string, n: number) => `${view}, ${n}`,
  asList: 'Lire, avec ce qui est derrière',
  said: (who: string, day: string) => `${who}, le ${day}`,
  nothingBehind: 'Rien d’envoyé ne le montre sur cette période.',
  notAssessed: 'Pas encore évaluée',
  evidence: 'Ce qui le montre',
  noEvidence: 'Rien d’envoyé ne cite cette compétence.',
  evidenceOf: {
    entry: (day: string) => `Semaine du ${day}`,
    visit: (day: string) => `Visite du ${day}`,
    interview: (day: string) => `Entretien du ${day}`,
    individualInterview: (day: string) => `Entretien individuel du ${day}`,
    mark: (day: string) => `Note du ${day}`,
  } satisfies Record<Evidence['kind'], (day: string) => string>,
  evidenceStates: {
    entry: { signed: 'Signée', sent: 'Envoyée' },
    visit: { signed: 'Lue', sent: 'Envoyée' },
    interview: { signed: 'Signé', sent: 'À signer' },
    individualInterview: { signed: 'Signé', sent: 'À signer' },
    mark: { signed: '', sent: '' },
  } satisfies Record<Evidence['kind'], { signed: string; sent: string }>,
  week: (number: number) => `Semaine${NBSP}${number}`,
  // Assessing
  selfTitle: 'Mon auto-évaluation',
  assessTitle: 'Évaluer les compétences',
  selfLead: 'Dites où vous en êtes. Une seule compétence suffit.',
  assessLead: 'Dites ce que vous avez vu. Une seule compétence suffit.',
  when: 'Date',
  first: 'D’abord',
  firstLead: 'Travaillées depuis la dernière fois.',
  block: (title: string, done: number) =>
    done === 0 ? title : `${title} (${done} évaluée${plural(done)})`,
  before: (level: string, day: string) => `Avant${NBSP}: ${level}, le ${day}`,
  remark: 'Une remarque',
  remarkHint: 'Un progrès, une aide utile, une envie. Facultatif.',
  send: 'Envoyer',
  sendCount: (n: number) => `Envoyer (${n}${NBSP}compétence${plural(n)})`,
  noneChosen: 'Choisissez au moins un niveau.',
  dateMissing: 'Dites de quel jour il s’agit.',
  kept: 'Gardé sur cet appareil',
  readers: 'Apprenti, maître et CFA la lisent.',
  notYours: 'Vous lisez les évaluations, vous n’en écrivez pas.',
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
