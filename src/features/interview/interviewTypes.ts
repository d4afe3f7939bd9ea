export const interviewTypes = ['tripartite', 'formative', 'regulation', 'review'] as const
export type InterviewType = (typeof interviewTypes)[number]

export const isInterviewType = (type: unknown): type is InterviewType =>
  (interviewTypes as readonly unknown[]).includes(type)
