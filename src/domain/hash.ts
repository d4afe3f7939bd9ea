import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson, type Canonical } from './canonicalJson.ts'

/** SHA-256 of a text in UTF-8, in lower-case hex. */
export const hashOfText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** SHA-256 over the canonical JSON of a value, in lower-case hex. */
export const hashOf = (value: Canonical): string => hashOfText(canonicalJson(value))
