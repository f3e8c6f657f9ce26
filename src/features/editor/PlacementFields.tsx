import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useMessages } from '#messages/messages.ts'
import { TextField } from '#ui/TextField.tsx'
import { CreditedField } from './CreditedField.tsx'
import { useEditor, useFieldNotes } from './editorContext.ts'
import styles from './editor.module.css'
import { LineField, ListField, SwitchField } from './FormFields.tsx'
import type { EditorForm } from './formModel.ts'
import { freshZone } from './fresh.ts'
import { LineActions, LineCard } from './LineCard.tsx'
import type { ItemName, ZoneName } from './names.ts'
import { RowButtons } from './RowButtons.tsx'
import { AddButton } from './TableFields.tsx'
import { nextId, partIds, partKey } from './usedIds.ts'
import { useLines } from './useLines.ts'

interface Props {
  name: ItemName
  itemId: string
}

/** The fields of a map: its two axes, its zones, and the questions that help to find one's own. */
export function PlacementFields({ name, itemId }: Props) {
  return (
    <>
      <AxisFields name={`${name}.across`} side="across" />
      <AxisFields name={`${name}.up`} side="up" />
      <ZoneLines name={name} itemId={itemId} />
      <GuideFields name={name} itemId={itemId} />
    </>
  )
}

function AxisFields({
  name,
  side,
}: {
  name: `${ItemName}.${'across' | 'up'}`
  side: 'across' | 'up'
}) {
  const words = useMessages().editor.map
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{words.axes[side]}</legend>
      <LineField name={`${name}.label`} label={words.axis} />
      <div className={styles['pair']}>
        <LineField name={`${name}.low`} label={words.low[side]} />
        <LineField name={`${name}.high`} label={words.high[side]} />
      </div>
    </fieldset>
  )
}

const MOST_ZONES = 9

function ZoneLines({ name, itemId }: Props) {
  const words = useMessages().editor
  const { used } = useEditor()
  const { control } = useFormContext<EditorForm>()
  const zones = useWatch({ control, name: `${name}.zones` })
  const list = `${name}.zones` as const
  const lines = useLines(list)
  const count = lines.fields.length
  return (
    <fieldset className={styles['group']} data-field={list}>
      <legend className={styles['legend']}>{words.fields.zones}</legend>
      <ol className={styles['lines']}>
        {lines.fields.map((field, index) => {
          const key = partKey(itemId, field.id)
          const zone = zones[index] ?? field
          const what = words.map.zone(zone.letter)
          return (
            <LineCard
              key={field.id}
              id={key}
              name={what}
              number={zone.letter}
              text={zone.name}
              provenance={zone.provenance}
              sources={zone.source}
              field={`${list}.${index}`}
              actions={
                <LineActions
                  id={key}
                  name={what}
                  position={index}
                  count={count}
                  onMove={(by, button) => lines.move(index, by, what, button)}
                  onRemove={
                    used.parts.has(key) ? undefined : () => lines.remove(index, what, `add:${list}`)
                  }
                />
              }
            >
              <ZoneFields name={`${list}.${index}`} />
            </LineCard>
          )
        })}
      </ol>
      {count < MOST_ZONES && (
        <AddButton
          list={list}
          label={words.map.addZone}
          onAdd={() => {
            const id = nextId('zone', [
              ...lines.fields.map((field) => field.id),
              ...partIds(used, itemId),
            ])
            const letters = zones.map(({ letter }) => letter)
            lines.add(freshZone(id, letters), words.map.oneZone, partKey(itemId, id))
          }}
        />
      )}
    </fieldset>
  )
}

const EDGES = ['left', 'right', 'bottom', 'top'] as const

function ZoneFields({ name }: { name: ZoneName }) {
  const words = useMessages().editor.map
  return (
    <>
      <div className={styles['pair']} data-first="short">
        <LineField name={`${name}.letter`} label={words.letter} width="short" />
        <LineField name={`${name}.name`} label={words.zoneName} />
      </div>
      <CreditedField name={name} label={words.zoneText} isLong />
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{words.area}</legend>
        <p className={styles['soft']}>{words.areaHint}</p>
        <div className={styles['edges']}>
          {EDGES.map((edge) => (
            <EdgeField key={edge} name={`${name}.area.${edge}`} label={words.edges[edge]} />
          ))}
        </div>
      </fieldset>
    </>
  )
}

type EdgeName = `${ZoneName}.area.${(typeof EDGES)[number]}`

/** A number from 0 to 100. What is none yet stays in the field, and the last one that was counts. */
function EdgeField({ name, label }: { name: EdgeName; label: string }) {
  const words = useMessages().editor.map
  const { editing } = useEditor()
  const { control, setValue } = useFormContext<EditorForm>()
  const value = useWatch({ control, name })
  const [typed, setTyped] = useState<string>()
  const { error, remark } = useFieldNotes(name)
  const isNumber = typed === undefined || isPercent(typed)
  return (
    <TextField
      label={label}
      width="short"
      inputMode="decimal"
      name={name}
      value={typed ?? String(value)}
      onChange={(event) => {
        setTyped(event.target.value)
        if (isPercent(event.target.value)) setValue(name, toNumber(event.target.value))
      }}
      onBlur={() => {
        if (isNumber) setTyped(undefined)
        editing.seal()
      }}
      error={isNumber ? error : words.noPercent}
      remark={remark}
    />
  )
}

function toNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'))
}

function isPercent(text: string): boolean {
  const number = toNumber(text)
  return number >= 0 && number <= 100
}

const MOST_STEPS = 9

function GuideFields({ name, itemId }: Props) {
  const words = useMessages().editor
  const { used } = useEditor()
  const { control } = useFormContext<EditorForm>()
  const hasGuide = useWatch({ control, name: `${name}.hasGuide` })
  const list = `${name}.guide.steps` as const
  const lines = useLines(list)
  const count = lines.fields.length
  const add = () => {
    const id = nextId('question', [
      ...lines.fields.map((field) => field.id),
      ...partIds(used, itemId),
    ])
    lines.add({ id, question: '', no: '' }, words.map.oneStep, partKey(itemId, id))
  }
  return (
    <>
      <SwitchField
        name={`${name}.hasGuide`}
        label={words.fields.guide}
        hint={words.map.guideHint}
      />
      {hasGuide && (
        <fieldset className={styles['group']} data-field={`${name}.guide`}>
          <legend className={styles['legend']}>{words.map.guide}</legend>
          <ol className={styles['rows']}>
            {lines.fields.map(({ id }, index) => {
              const key = partKey(itemId, id)
              const what = words.map.step(index + 1)
              return (
                <li key={id} className={styles['row']} data-focus={key}>
                  <div className={styles['rowFields']} data-first="whole">
                    <LineField name={`${list}.${index}.question`} label={what} />
                    <ZoneChoice
                      name={`${list}.${index}.no`}
                      item={name}
                      label={words.map.onNo(index + 1)}
                    />
                  </div>
                  <RowButtons
                    id={key}
                    name={what}
                    position={index}
                    count={count}
                    onMove={(by, button) => lines.move(index, by, what, button)}
                    onRemove={() => lines.remove(index, what, `add:${list}`)}
                  />
                </li>
              )
            })}
          </ol>
          {count < MOST_STEPS && <AddButton list={list} label={words.map.addStep} onAdd={add} />}
          <ZoneChoice name={`${name}.guide.yes`} item={name} label={words.map.onYes} />
        </fieldset>
      )}
    </>
  )
}

interface ZoneChoiceProps {
  name: `${ItemName}.guide.yes` | `${ItemName}.guide.steps.${number}.no`
  item: ItemName
  label: string
}

function ZoneChoice({ name, item, label }: ZoneChoiceProps) {
  const words = useMessages().editor.map
  const { control } = useFormContext<EditorForm>()
  const zones = useWatch({ control, name: `${item}.zones` })
  return (
    <ListField name={name} label={label}>
      <option value="">{words.noZoneYet}</option>
      {zones.map(({ id, letter, name: zoneName }) => (
        <option key={id} value={id}>
          {`${letter} ${zoneName}`}
        </option>
      ))}
    </ListField>
  )
}
