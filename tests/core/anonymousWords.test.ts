import { describe, expect, it } from 'vitest'
import { withoutNames } from '#core/anonymous.ts'
import type { Conflict } from '#core/record.ts'
import type { Reflection } from '#core/reflection.ts'
import { buildReport } from '#core/report.ts'
import {
  aGrowthEdge,
  aNextStep,
  aParticipant,
  aReflection,
  aRubric,
  aStrategy,
} from '../support/builders.ts'

describe('words of a report without names', () => {
  const cast = [
    { name: 'Will May', initials: 'A' },
    { name: 'Łukasz Šimić', initials: 'ŁŠ' },
    { name: "Bill O'Neil", initials: 'BO' },
  ]
  const scrubbed = (how: string, reflection: Partial<Reflection> = {}) => {
    const participants = cast.map((one, seat) => aParticipant({ ...one, id: `p${seat}` }))
    const report = buildReport({
      reflection: aReflection({ participants, strategies: [aStrategy({ how })], ...reflection }),
      responses: [],
      rubrics: [{ rubric: aRubric(), hash: 'h' }],
    })
    return withoutNames(report, 'someone').reflection.strategies[0]?.how
  }

  it('have a neutral word instead, large where a sentence opens', () => {
    expect(scrubbed('Will May calls. Lukasz and LUKASZ SIMIC agree with O’Neil’s plan.')).toBe(
      'Someone calls. Someone and someone agree with someone’s plan.',
    )
  })

  it('are left alone where a word only looks like a name', () => {
    expect(scrubbed('a team may try; it will billow. Always ask.')).toBe(
      'a team may try; it will billow. Always ask.',
    )
  })

  it('keep the small words inside of names, and lose names in scripts without spaces', () => {
    const participants = [
      aParticipant({ id: 'p0', name: 'Jean-Luc van der Berg', initials: 'JvB' }),
      aParticipant({ id: 'p1', name: '李明', initials: '李' }),
    ]
    expect(scrubbed('We rent a van; Berg drives.', { participants })).toBe(
      'We rent a van; someone drives.',
    )
    expect(scrubbed('我们请李明写信', { participants })).toBe('我们请someone写信')
  })

  it('lose a name that a small word is joined to, and keep the small word', () => {
    const participants = [
      aParticipant({ id: 'p0', name: 'דנה לוי', initials: 'דל' }),
      aParticipant({ id: 'p1', name: 'سارة', initials: 'س' }),
    ]
    const told = (words: string) => scrubbed(words, { participants })
    expect(told('נשאל: לדנה ומהלוי, כשדנה')).toBe('נשאל: ל-someone ומה-someone, כש-someone')
    expect(told('نسأل: وسارة لسارة')).toBe('نسأل: و-someone ل-someone')
    // Only small words: what is joined to a name otherwise is another word.
    expect(told('נשאל: סדנה')).toBe('נשאל: סדנה')
    expect(scrubbed('נשאל: לO’Neil')).toBe('נשאל: ל-someone')
  })

  it('lose a name that stands for several or for what is theirs without an apostrophe', () => {
    const participants = [
      aParticipant({ id: 'p0', name: 'Dana Okafor', initials: 'DO' }),
      aParticipant({ id: 'p1', name: 'Thi', initials: 'T' }),
    ]
    expect(scrubbed('Ask the Okafors, or see Danas note.', { participants })).toBe(
      'Ask the someones, or see someones note.',
    )
    // Short names are too near to words.
    expect(scrubbed('We read this.', { participants })).toBe('We read this.')
  })

  it('lose initials with dots between them, too', () => {
    const participants = [aParticipant({ id: 'p0', name: '', initials: 'SQ' })]
    expect(scrubbed('Counted by S.Q. and S. Q. with SQ', { participants })).toBe(
      'Counted by someone and someone with someone',
    )
    expect(scrubbed('Ask S.Q, please. Is Q. S. here?', { participants })).toBe(
      'Ask someone, please. Is Q. S. here?',
    )
    const dotted = [aParticipant({ id: 'p0', name: '', initials: 'S.Q.' })]
    expect(scrubbed('Ask SQ or S.Q. today', { participants: dotted })).toBe(
      'Ask someone or someone today',
    )
  })

  it('keep ordinary words that only end or begin as initials do', () => {
    const participants = [
      aParticipant({ id: 'p0', name: 'أحمد', initials: 'أ' }),
      aParticipant({ id: 'p1', name: '', initials: 'לי' }),
      aParticipant({ id: 'p2', name: 'Mark Hill', initials: 'MH' }),
    ]
    for (const words of ['لا بلا', 'זה שלי', 'Marks were high; norms hold.']) {
      expect(scrubbed(words, { participants })).toBe(words)
    }
  })

  it('do without one leader’s own name, which stands in the field of the team', () => {
    const alone = { mode: 'individual', team: 'Ngaio Umbridge', facilitator: '' } as const
    expect(scrubbed('Ngaio writes to all.', alone)).toBe('Someone writes to all.')
    const reflection = aReflection({ ...alone, team: 'Ngaio’s notes' })
    const report = buildReport({ reflection, responses: [], rubrics: [] })
    expect(withoutNames(report, 'someone').reflection.team).toBe('')
  })

  it('keep the credit of a source and lose that of a person, of another team too', () => {
    const sources = [...aRubric().sources, { key: 'IHI', title: 'IHI' }]
    const growthEdges = [
      aGrowthEdge({
        borrowed: [
          'Run chart (from On or Off Track)',
          'Fishbone (from IHI)',
          'Weekly note (from KN, PQ)',
          'Buddy calls (every week)',
          'Open door (from Bill)',
        ].join('\n'),
      }),
    ]
    const report = buildReport({
      reflection: aReflection({
        growthEdges,
        participants: cast.map((one, seat) => aParticipant({ ...one, id: `p${seat}` })),
      }),
      responses: [],
      rubrics: [{ rubric: aRubric({ sources }), hash: 'h' }],
    })
    expect(withoutNames(report, 'someone').reflection.growthEdges[0]?.borrowed).toBe(
      [
        'Run chart (from On or Off Track)',
        'Fishbone (from IHI)',
        'Weekly note',
        'Buddy calls (every week)',
        'Open door',
      ].join('\n'),
    )
  })

  it('have no versions of who does a step, whoever was meant', () => {
    const versions = ['Dana', 'Kim'].map((value) => ({ changeId: 'c', value, at: 1, device: 'd' }))
    const conflicts: readonly Conflict[] = ['who', 'what'].map((field) => ({ field, versions }))
    const report = buildReport({
      reflection: aReflection({ nextSteps: [aNextStep({ who: 'Dana', conflicts })], conflicts }),
      responses: [],
      rubrics: [],
    })
    const [step] = withoutNames(report, 'someone').nextSteps
    expect(step?.who).toBe('')
    expect(step?.conflicts.map(({ field }) => field)).toEqual(['what'])
  })
})
