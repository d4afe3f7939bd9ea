declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** Livret d’apprentissage of one apprentice: the unit of order, lock, rights and retention. UUID. */
export type LogbookId = Branded<'LogbookId'>
/** UUIDv7 made on the device, or name-based (see `documentIdOf`) where only one may exist. */
export type DocumentId = Branded<'DocumentId'>
/** UUIDv7 made on the device that acts. */
export type OperationId = Branded<'OperationId'>
export type PersonId = Branded<'PersonId'>
/** One browser profile of one person; made on the device. UUIDv7. */
export type DeviceId = Branded<'DeviceId'>
