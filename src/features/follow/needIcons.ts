import type { Need } from '#domain/needs.ts'
import {
  BookOpen,
  CalendarX2,
  Inbox,
  Lock,
  MapPin,
  MessagesSquare,
  PenLine,
  Undo2,
  type LucideIcon,
} from 'lucide-react'

/** One for each need, wherever it is told. */
export const needIcons: Readonly<Record<Need['type'], LucideIcon>> = {
  'late-weeks': CalendarX2,
  'visit-overdue': MapPin,
  'visit-due': MapPin,
  'interview-overdue': MessagesSquare,
  'interview-due': MessagesSquare,
  'requests-waiting': Inbox,
  'waiting-weeks': PenLine,
  'returned-weeks': Undo2,
  'signature-missing': PenLine,
  'section-missing': MessagesSquare,
  'interview-ready': Lock,
  'visit-unread': BookOpen,
}
