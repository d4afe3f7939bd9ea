import type { FileReference } from './operation.ts'

/** Whether a file is something to hear; else it is a picture. By what its author’s device said. */
export const isSound = ({ mime }: Pick<FileReference, 'mime'>): boolean => mime.startsWith('audio/')
