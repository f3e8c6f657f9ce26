import { useLayoutEffect, useRef } from 'react'
import { deleteEdit, fieldEdits } from '#core/reflection.ts'
import type { Section } from '#core/rubric.ts'
import { solutionId, type Solution } from '#core/workshop.ts'
import { useMessages } from '#messages/messages.ts'
import { OtherVersions } from '#parts/OtherVersions.tsx'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useDraftText } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { TextArea } from '#ui/TextField.tsx'
import { Told } from '#ui/Told.tsx'
import styles from './share.module.css'

interface Place {
  readonly rubricId: string
  readonly sectionId: string
}

interface RowProps {
  store: ReflectionStore
  place: Place
  order: number
  /** What is stored of it. */
  solution: Solution | undefined
}

/** A field of a row. The first words written into any of them make the record. */
function useRowText(
  { store, place, order }: RowProps,
  { id, challengeId, field }: { id: string; challengeId: string; field: 'text' | 'challenge' },
) {
  const draft = useDraftText(store, { kind: 'solution', record: id, field })
  const founding = () => fieldEdits('solution', id, { ...place, challengeId, order })
  const isThere = () =>
    store.value({ kind: 'solution', record: id, field: 'sectionId' }) === place.sectionId
  return {
    value: draft.text,
    onChange: (event: { currentTarget: { value: string } }) =>
      draft.setText(event.currentTarget.value, isThere() ? undefined : founding()),
    onBlur: draft.commit,
  }
}

/** A challenge the rubric names, with where its words come from. */
export function KnownRow({
  challenge,
  ...props
}: RowProps & { challenge: Section['challenges'][number] }) {
  const { share: words, common } = useMessages()
  const id = solutionId(props.place.rubricId, challenge.id)
  const text = useRowText(props, { id, challengeId: challenge.id, field: 'text' })
  return (
    <div className={styles['row']}>
      <p className={styles['challenge']}>
        <Told text={challenge.text} />{' '}
        <ProvenanceMark
          provenance={challenge.provenance}
          label={common.provenance[challenge.provenance]}
          quiet
        />
      </p>
      <div className={styles['help']}>
        <TextArea
          label={words.solutionColumn}
          aria-label={words.helpsWith(challenge.text)}
          {...text}
        />
        <News {...props} id={id} />
      </div>
    </div>
  )
}

/** A challenge in people's own words. */
export function OwnRow({
  id,
  isBegun,
  onRemove,
  ...props
}: RowProps & {
  id: string
  /** True for one that was added on this page just now. */
  isBegun: boolean
  onRemove: () => void
}) {
  const { share: words, common } = useMessages()
  const challenge = useRowText(props, { id, challengeId: '', field: 'challenge' })
  const text = useRowText(props, { id, challengeId: '', field: 'text' })
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (isBegun) box.current?.querySelector('textarea')?.focus()
  }, [isBegun])
  const name = challenge.value.trim() || words.unnamedChallenge
  return (
    <div className={styles['row']} ref={box}>
      <div className={styles['challenge']}>
        <TextArea label={words.challengeColumn} {...challenge} />
        <Button
          look="quiet"
          icon="trash"
          aria-label={words.removeChallenge(name)}
          onClick={onRemove}
        >
          {common.remove}
        </Button>
      </div>
      <div className={styles['help']}>
        <TextArea label={words.solutionColumn} aria-label={words.helpsWith(name)} {...text} />
        <News {...props} id={id} />
      </div>
    </div>
  )
}

/** What another device wrote or removed meanwhile. */
function News({ store, solution, id }: RowProps & { id: string }) {
  const { share: words, reflect } = useMessages()
  const about = { text: words.solutionColumn, challenge: words.challengeColumn }
  return (
    <>
      {(['challenge', 'text'] as const).flatMap((field) =>
        (solution?.conflicts ?? [])
          .filter((conflict) => conflict.field === field)
          .map((conflict) => (
            <OtherVersions
              key={field}
              {...{ store, conflict }}
              kind="solution"
              record={id}
              about={about[field]}
            />
          )),
      )}
      {solution?.deletedElsewhere && (
        <p className={styles['contested']}>
          {reflect.deletedElsewhere}{' '}
          <Button look="quiet" onClick={() => store.apply([deleteEdit('solution', id, false)])}>
            {reflect.keep}
          </Button>
        </p>
      )}
    </>
  )
}
