import { memo, useId } from 'react'
import type { Participant, Reflection } from '#core/reflection.ts'
import { isSeparator, type TypedToken } from '#core/typedInitials.ts'
import { useMessages, type Messages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import type { UnplacedTexts } from '#storage/unplacedTexts.ts'
import { FieldError } from '#ui/FieldError.tsx'
import { Told } from '#ui/Told.tsx'
import styles from './paperEntry.module.css'
import { PaperField } from './PaperField.tsx'
import type { PaperBox, PaperGroup, PaperRow, PaperTable } from './paperTables.ts'
import { siteName } from './siteName.ts'
import { usePaperRow, type PaperRowFields } from './usePaperRow.ts'

interface Shared {
  store: ReflectionStore
  reflection: Reflection
  rubricId: string
  loose: UnplacedTexts
  onMoved: (person: Participant, row: PaperRow, box: PaperBox) => void
}

/** Rows of the printed page under their heads. */
export function PaperRows({ of, label, ...shared }: Shared & { of: PaperTable; label: string }) {
  const words = useMessages().paper.rubric
  const { boxes, groups } = of
  const levels = boxes.filter(({ level }) => level !== undefined).length
  return (
    <table
      className={styles['table']}
      aria-labelledby={label}
      data-levels={levels}
      data-asides={boxes.length - levels}
    >
      <thead>
        <tr>
          <th scope="col" className={styles['itemHead']}>
            {words.skill}
          </th>
          {boxes.map(({ id, label: head, level }) => (
            <th key={id} scope="col" className={styles['boxHead']} data-level={level}>
              {level !== undefined && <span className={styles['level']}>{level}</span>}
              <Told text={head} />
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <Group
          key={`${group.skill.id}/${group.site?.id ?? ''}`}
          {...shared}
          {...{ group, boxes }}
        />
      ))}
    </table>
  )
}

function Group({
  group: { skill, site, rows },
  boxes,
  ...shared
}: Shared & { group: PaperGroup; boxes: readonly PaperBox[] }) {
  const words = useMessages().reflect
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={boxes.length + 1} className={styles['skill']}>
          <span className={styles['skillNumber']}>{skill.number}</span>{' '}
          <Told text={skill.name.text} />
          {site && <bdi className={styles['site']}>{siteName(site, shared.reflection, words)}</bdi>}
        </th>
      </tr>
      {rows.map((row) => (
        <Row key={row.item.id} {...shared} {...{ row, boxes }} />
      ))}
    </tbody>
  )
}

const Row = memo(function Row(props: Shared & { row: PaperRow; boxes: readonly PaperBox[] }) {
  const { store, reflection, rubricId, loose, row, boxes, onMoved } = props
  const words = useMessages()
  const id = useId()
  const people = reflection.participants
  const fields = usePaperRow({ store, rubricId, row, boxes, people, loose, onMoved })
  const { item, site } = row
  const wrong = boxes.filter((box) => fields.faultsOf(box).length > 0)
  return (
    <>
      <tr className={styles['row']} data-row>
        <th scope="row" className={styles['item']}>
          <span className={styles['number']}>{item.number}</span>
          <span>
            <Told text={item.text} />
          </span>
        </th>
        {boxes.map((box) => (
          <td key={box.id} className={styles['box']} data-level={box.level}>
            <span className={styles['boxName']} aria-hidden="true">
              {box.level !== undefined && <span className={styles['level']}>{box.level}</span>}
              <Told text={box.short} />
            </span>
            <PaperField
              name={words.paperEntry.field(
                item.number,
                box.label,
                site ? siteName(site, reflection, words.reflect) : '',
              )}
              text={fields.textOf(box)}
              describedBy={wrong.includes(box) ? `${id}-${box.id}` : undefined}
              isWrong={wrong.includes(box)}
              isSeparator={(character) => isSeparator(character, people)}
              onEnter={() => fields.enter(box)}
              onType={(text, isWhole) => fields.type(box, text, isWhole)}
              onLeave={() => fields.leave(box)}
            />
          </td>
        ))}
      </tr>
      {wrong.length > 0 && (
        <tr className={styles['faults']}>
          <td colSpan={boxes.length + 1}>
            {wrong.map((box) => (
              <Faults key={box.id} id={`${id}-${box.id}`} {...{ box, fields, reflection }} />
            ))}
          </td>
        </tr>
      )}
    </>
  )
})

/** What is wrong with what stands in a box, and what to do. */
function Faults({
  id,
  box,
  fields,
  reflection,
}: {
  id: string
  box: PaperBox
  fields: PaperRowFields
  reflection: Reflection
}) {
  const words = useMessages().paperEntry
  const faults = fields.faultsOf(box)
  const initials = reflection.participants.map((person) => person.initials)
  return (
    <div className={styles['fault']} role="status">
      <FieldError id={id}>
        {words.in(box.label)} {faults.map((token) => faultText(words, token, initials)).join(' ')}{' '}
        {faults.some(({ kind }) => kind === 'nobody') && (
          <a href={`#/r/${reflection.id}/setup`}>{words.addInSetup}</a>
        )}
      </FieldError>
    </div>
  )
}

function faultText(
  words: Messages['paperEntry'],
  token: TypedToken,
  initials: readonly string[],
): string {
  if (token.kind !== 'several') return words.nobody(token.text, initials)
  const isTwins = new Set(token.among).size < token.among.length
  return isTwins ? words.twins(token.text) : words.several(token.text, token.among)
}
