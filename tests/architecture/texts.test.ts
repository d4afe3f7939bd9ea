import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { readSources, type Source } from './sources.ts'

/** A sentence of a screen, in words: about what is read at one glance. */
const WORDS_WISHED = 15
const WORDS_MAX = 20

interface Text {
  /** Where it stands: `src/app/texts.ts:12`. */
  readonly place: string
  /** What a screen shows; where a value comes in, `x`. */
  readonly text: string
  /** The keys it stands under: `photoCodes/other`. */
  readonly key: string
}

/** French that an apprentice never reads, or before anybody knows who reads. */
const notForApprentices = [
  'src/app/shortcuts.texts.ts',
  'src/features/absence/payNotes.texts.ts',
  'src/features/calendar/changes.texts.ts',
  'src/features/centre/texts.ts',
  'src/features/contract/before.texts.ts',
  'src/features/contract/breach.texts.ts',
  'src/features/follow/cohort.texts.ts',
  'src/features/follow/texts.ts',
  'src/features/gallery/texts.ts',
  'src/features/held/texts.ts',
  'src/features/notes/reminder.texts.ts',
  'src/features/parts/csvProblems.texts.ts',
  'src/features/parts/return.texts.ts',
  'src/features/people/change.texts.ts',
  'src/features/sign/signed.texts.ts',
  'src/features/sign/texts.ts',
  'src/features/skillsImport/texts.ts',
  'src/features/start/texts.ts',
]

/** The texts of the constants named `name`, which are objects of texts and of functions to texts. */
function textsOf({ path, text }: Source, name: string): Text[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: Text[] = []
  const collect = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && !isCode(node))
      found.push({ place: placeOf(node), text: node.text, key: keyOf(node) })
    if (ts.isTemplateExpression(node)) {
      const parts = node.templateSpans.map(
        ({ expression, literal }) => valueOf(expression) + literal.text,
      )
      found.push({
        place: placeOf(node),
        text: node.head.text + parts.join(''),
        key: keyOf(node),
      })
    }
    ts.forEachChild(node, collect)
  }
  const placeOf = (node: ts.Node) =>
    `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const { name: each, initializer } of statement.declarationList.declarations) {
      if (each.getText() === name && initializer) collect(initializer)
    }
  }
  return found
}

/** The keys above a node, the outermost first. */
function keyOf(node: ts.Node): string {
  const keys: string[] = []
  for (let each = node; !ts.isVariableStatement(each); each = each.parent) {
    if (ts.isPropertyAssignment(each)) keys.unshift(each.name.getText().replaceAll("'", ''))
  }
  return keys.join('/')
}

/** Keys, types and what is compared are no texts. */
function isCode(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isPropertyAssignment(parent)) return parent.name === node
  return (
    ts.isLiteralTypeNode(parent) ||
    ts.isBinaryExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isCaseClause(parent)
  )
}

const spaces: Readonly<Record<string, string>> = { NBSP: '\u00a0', NNBSP: '\u202f' }
const valueOf = (expression: ts.Expression) => spaces[expression.getText()] ?? 'x'

/** What is wrong with a text in any language. */
function mistakesOf({ text }: Text): string[] {
  return [
    ...(/['"]/u.test(text) ? ['a straight quote or apostrophe'] : []),
    ...(text.includes('...') ? ['three dots for an ellipsis'] : []),
    ...(/ {2}/u.test(text) ? ['two spaces'] : []),
  ]
}

/** What is wrong with a French text: its spaces never break a line before a sign. */
function frenchMistakesOf(text: Text): string[] {
  const words = Math.max(0, ...sentencesOf(text.text).map(countWords))
  return [
    ...mistakesOf(text),
    ...(/ [;!?:»%€]|« /u.test(text.text) ? ['a space where a line could break'] : []),
    ...(/[\p{L}\d)x][;!?»]|«[^\u00a0\u202f]/u.test(text.text)
      ? ['no space before or after a sign']
      : []),
    ...(/\p{L}:(?!\/\/)/u.test(text.text) ? ['no space before a colon'] : []),
    ...(words > WORDS_MAX ? [`a sentence of ${words} words`] : []),
  ]
}

/** Whether somebody is spoken to as « vous ». */
const saysVous = (text: string) =>
  /(?<!\p{L}|-)(?:vous|votre|vos|vôtre)(?!\p{L})/iu.test(text.replaceAll('rendez-vous', '')) ||
  [...text.matchAll(/\p{L}+ez(?!\p{L})/giu)].some(
    ([word]) => !['chez', 'assez', 'rendez'].includes(word.toLowerCase()),
  )

const saidUnder = (texts: readonly Text[], key: string) =>
  texts.flatMap((each) => (each.key === key ? [each.text] : [])).join('|')

/** What of `vous` is said to an apprentice who chose « tu » as to a stranger. */
const leftIn = (vous: readonly Text[], tu: readonly Text[]): string[] => [
  ...vous
    // The choice itself is called by both names.
    .filter(({ text, key }) => saysVous(text) && key !== 'addresses/vous')
    .filter(({ key }) => !tu.some((each) => each.key === key))
    .map(({ place, text }) => `${place} “${text}”: not said with “tu”`),
  ...tu.filter(({ text }) => saysVous(text)).map(({ place }) => `${place} says “vous”`),
]

const sentencesOf = (text: string) => text.split(/(?<=[.!?…])\s+/u)
const countWords = (sentence: string) =>
  sentence.split(/[\s\u00a0\u202f]+/u).filter((word) => /[\p{L}\d]/u.test(word)).length

const sources = readSources().filter(({ path }) => /(?:^|\/|\.)texts(?:\.en)?\.ts$/u.test(path))
const french = sources.flatMap((source) => textsOf(source, 'fr'))
const english = sources.flatMap((source) => textsOf(source, 'en'))
/** Each file of French that apprentices read, and what is beside it for « tu ». */
const addressed = readSources()
  .filter(({ path }) => /(?:^|\/|\.)(?:texts|problem)\.ts$/u.test(path))
  .filter(({ path, text }) => text.includes('const fr') && !notForApprentices.includes(path))
  .map((source) => ({
    path: source.path,
    vous: textsOf(source, 'fr'),
    tu: readSources()
      .filter(({ path }) => path === source.path.replace(/\.ts$/u, '.tu.ts'))
      .flatMap((each) => textsOf(each, 'tu')),
  }))
const familiar = addressed.flatMap(({ tu }) => tu)
const told = (texts: readonly Text[], judge: (text: Text) => string[]) =>
  texts.flatMap((text) => judge(text).map((mistake) => `${text.place} “${text.text}”: ${mistake}`))

describe('what screens say', () => {
  it('there are texts in every file, in both languages', () => {
    expect(sources.length).toBeGreaterThan(0)
    // English may wait in a file of its own, beside: few load it.
    for (const { path } of sources) {
      const start = path.replace(/(?:\.en)?\.ts$/u, '.')
      const pair = sources.filter((each) => each.path.startsWith(start))
      for (const language of ['fr', 'en']) {
        const there = pair.flatMap((each) => textsOf(each, language))
        expect(there.length, `${path}: ${language}`).toBeGreaterThan(0)
      }
    }
  })

  it('French is set as in print, in short sentences', async ({ annotate }) => {
    const long = french.flatMap(({ place, text }) =>
      sentencesOf(text)
        .filter((sentence) => countWords(sentence) > WORDS_WISHED)
        .map((sentence) => `${place}: ${countWords(sentence)} words: ${sentence}`),
    )
    for (const sentence of long) await annotate(sentence, 'warning')
    expect(told([...french, ...familiar], frenchMistakesOf)).toEqual([])
  })

  it('who chose « tu » is never called « vous », and no sentence stands twice', () => {
    expect(addressed.flatMap(({ vous, tu }) => leftIn(vous, tu))).toEqual([])
    const twice = addressed.flatMap(({ path, vous, tu }) =>
      [...new Set(tu.map(({ key }) => key))]
        .filter((key) => saidUnder(vous, key) === saidUnder(tu, key))
        .map((key) => `${path}: ${key}`),
    )
    expect(twice).toEqual([])
    expect(familiar.length).toBeGreaterThan(100)
  })

  it('English has its own quotes and apostrophes', () => {
    expect(told(english, mistakesOf)).toEqual([])
  })
})

/** Under which keys stands where a rule is written: what `ui/Source` shows in whole numbers. */
const SOURCE = /(?:^|\/)(?:\w+S|s)ource$|(?:^|\/)rules$/u
const ARTICLE = /\p{Lu}\.?[\s\u00a0]?\d{3,}-\d|\d{4}-\d/u

/** Where a screen says a source without `ui/Source`. */
const tornIn = ({ path, text }: Source): string[] =>
  [...text.matchAll(/(?<!<Source>\{)\b[tb]\.(?:\w+Source|source|rules)\b/gu)].map(
    ({ 0: said }) => `${path}: ${said} is not in <Source>`,
  )

describe('no line breaks in the number of an article', () => {
  it('numbers stand in texts that are sources', () => {
    const elsewhere = [...french, ...english, ...familiar].filter(
      ({ text, key }) => ARTICLE.test(text) && !SOURCE.test(key),
    )
    expect(elsewhere).toEqual([])
  })

  it('every screen shows sources with their numbers in one piece', () => {
    const screens = readSources().filter(({ path }) => path.endsWith('.tsx'))
    expect(screens.flatMap(tornIn)).toEqual([])
  })

  it.each([
    ['a source by itself', '<small>{t.source}</small>', 1],
    ['a source of a programme', 'detail={t.source(source)}', 1],
    ['not one in its place', '<small><Source>{t.paySource}</Source></small>', 0],
  ])('sees %s', (_, text, torn) => {
    expect(tornIn({ path: 'src/a.tsx', text })).toHaveLength(torn)
  })
})

describe('the reader of texts sees « vous »', () => {
  it.each([
    ['in a word', 'Votre semaine', true],
    ['in an order', 'Touchez vos tâches', true],
    ['in an order alone', 'Réessayez.', true],
    ['not in a meeting', 'Deux rendez-vous', false],
    ['not at somebody’s', 'Contrat chez Léa, assez long', false],
    ['not in « tu »', 'Tu peux continuer', false],
  ])('%s', (_, text, says) => {
    expect(saysVous(text)).toBe(says)
  })
})

describe('the reader of texts sees', () => {
  const file = (text: string): Source => ({
    path: 'src/app/texts.ts',
    text: `const fr = {\n${text}\n}`,
  })

  it.each<[string, string, string[]]>([
    ['a straight apostrophe', `a: "L'envoi"`, ['a straight quote or apostrophe']],
    ['a straight quote', `a: 'le "livret"'`, ['a straight quote or apostrophe']],
    [
      'a breaking space before a question mark',
      `a: 'Prêt ?'`,
      ['a space where a line could break'],
    ],
    ['no space before an exclamation mark', `a: 'Oui!'`, ['no space before or after a sign']],
    ['a breaking space before a colon', `a: 'Lieu : ici'`, ['a space where a line could break']],
    ['no space before a colon', `a: 'Lieu: ici'`, ['no space before a colon']],
    [
      'a breaking space in guillemets',
      `a: '« oui\\u00a0»'`,
      ['a space where a line could break', 'no space before or after a sign'],
    ],
    [
      'what a template says around a value',
      'a: (n: number) => `${n} ?`',
      ['a space where a line could break'],
    ],
    [
      'what a condition says',
      `a: (n: number) => (n > 1 ? 'Deux !' : 'Un')`,
      ['a space where a line could break'],
    ],
    ['texts within texts', `a: { b: { c: 'Prêt ?' } }`, ['a space where a line could break']],
    ['a sentence of 21 words', `a: '${'mot '.repeat(20)}fin.'`, ['a sentence of 21 words']],
    [
      'nothing in two sentences of 12',
      `a: '${'mot '.repeat(11)}fin. ${'mot '.repeat(11)}fin.'`,
      [],
    ],
    [
      'nothing in a French sentence as it should be',
      `a: 'Prêt\\u202f? «\\u00a0Oui\\u00a0»\\u00a0: 12:30.'`,
      [],
    ],
    ['nothing in a key', `'a ?': 'Oui'`, []],
    ['nothing in what is compared', `a: (x: string) => (x === 'a ?' ? 'Oui' : 'Non')`, []],
    ['a named space', 'a: (n: number) => `Semaine${NBSP}: ${n}`', []],
  ])('%s', (_, text, mistakes) => {
    expect(textsOf(file(text), 'fr').flatMap(frenchMistakesOf)).toEqual(mistakes)
  })
})
