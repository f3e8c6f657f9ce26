import { counted } from './common.ts'

/** What people made beside reflections, as saving and opening a copy count it; a part of their words. */
export const ownWork = {
  ownCounts: ({ rubrics, drafts }: { rubrics: number; drafts: number }) =>
    [
      rubrics > 0 ? counted(rubrics, 'rubric of your own', 'rubrics of your own') : '',
      drafts > 0 ? counted(drafts, 'unfinished rubric', 'unfinished rubrics') : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
}
