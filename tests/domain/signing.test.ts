import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#domain/canonicalJson.ts'
import { decide } from '#domain/decide.ts'
import type { DeviceId, DocumentId, LogbookId, PersonId } from '#domain/identifiers.ts'
import { currentSignatures, type LogbookDocument } from '#domain/logbookDocument.ts'
import type { Operation } from '#domain/operation.ts'
import { signatureStatement, signedBy } from '#domain/signing.ts'
import {
  actor,
  after,
  anAct,
  aPatch,
  apprentice,
  aReturn,
  aSignature,
  aWeek,
  lastHash,
  master,
  NOW,
  trainer,
} from '#tests/support/builders.ts'

/** What `operation` comes to, without the document. */
function verdictOf(document: LogbookDocument | null, operation: Operation, who = master) {
  const { document: _document, ...verdict } = decide(document, operation, who)
  return verdict
}

const rejected = (code: string) => ({ verdict: 'rejected', code })
const merged = (code: string) => ({ verdict: 'merged', code })
const applied = { verdict: 'applied' }

describe('a signature', () => {
  it('of a version that does not exist is refused', () => {
    const sent = aWeek('submitted')
    const sign = aSignature(sent, 'a'.repeat(64))
    expect(verdictOf(sent, sign, master)).toEqual(rejected('unknown-version'))
  })

  it('given twice, on two devices, is one signature', () => {
    const signed = aWeek('signed')
    const again = decide(signed, aSignature(signed), master)
    expect(again).toEqual({ ...merged('already-signed'), document: signed })
  })

  it('of an older version is kept there and does not sign the newer one', () => {
    const sent = aWeek('submitted')
    const back = after(sent, aReturn(sent), trainer)
    const edited = after(back, aPatch(back, { told: 'Plus précis.' }), apprentice)
    const again = after(edited, anAct('submit', edited), apprentice)

    expect(verdictOf(again, aSignature(sent), master)).toEqual(merged('superseded'))
    const week = after(again, aSignature(sent), master)

    expect(week.state).toBe('submitted')
    expect(week.signatures).toMatchObject([{ version: 1, hash: lastHash(sent) }])
    expect(after(week, aSignature(week), master)).toMatchObject({
      state: 'signed',
      signatures: [{ version: 1 }, { version: 2, hash: lastHash(again) }],
    })
  })

  it('stays on its version when the week is amended, and the correction waits for a new one', () => {
    const signed = aWeek('signed')
    const open = after(signed, anAct('amend', signed), apprentice)
    const edited = after(open, aPatch(open, { told: 'Une précision.' }), apprentice)
    const amended = after(edited, anAct('submit', edited), apprentice)

    expect(amended.state).toBe('submitted')
    expect(amended.versions.map(({ number }) => number)).toEqual([1, 2])
    expect(amended.versions[0]).toEqual(signed.versions[0])
    expect(amended.signatures).toEqual(signed.signatures)
  })

  it.each([
    ['with the key of the device', 'e30.e30.c2ln', 'device-key'],
    ['without a key', null, 'session'],
  ])('says how it was obtained: %s', (_, jws, level) => {
    const sent = aWeek('submitted')
    const sign = { ...aSignature(sent), jws }
    expect(after(sent, sign, master).signatures).toEqual([
      {
        version: 1,
        hash: lastHash(sent),
        signer: master.personId,
        role: 'master',
        level,
        via: null,
        at: NOW,
        jws,
        receipt: null,
        by: sign.id,
      },
    ])
  })

  it('of a second master is added to the first', () => {
    const signed = aWeek('signed')
    const second = actor('secondMaster')
    expect(verdictOf(signed, aSignature(signed), second)).toEqual(applied)
    expect(after(signed, aSignature(signed), second).signatures).toHaveLength(2)
  })
})

describe('whose signature counts', () => {
  it('only those on the version that people see now', () => {
    const signed = aWeek('signed')
    expect(signedBy(signed)).toEqual(['master'])
    const open = after(signed, anAct('amend', signed), apprentice)
    const again = after(open, anAct('submit', open), apprentice)
    expect(signedBy(again)).toEqual([])
    expect(currentSignatures(again)).toEqual([])
    expect(currentSignatures(signed)).toEqual(signed.signatures)
  })

  it('what a device signs is always the same bytes', () => {
    const statement = {
      logbook: '019a0000-0000-7000-8000-000000000001' as LogbookId,
      document: '019a5b00-0000-7000-8000-000000000001' as DocumentId,
      version: 1,
      hash: 'a'.repeat(64),
      signer: '019a0001-0000-7000-8000-000000000001' as PersonId,
      role: 'master',
      device: '019a5b00-0000-7000-8000-000000000002' as DeviceId,
      at: NOW,
    } as const
    expect(canonicalJson(signatureStatement({ ...statement, more: 1 } as never))).toBe(
      `{"at":"${NOW}","device":"${statement.device}","document":"${statement.document}","hash":"${statement.hash}","logbook":"${statement.logbook}","role":"master","signer":"${statement.signer}","version":1}`,
    )
  })
})
