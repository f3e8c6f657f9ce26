import { valibotResolver } from '@hookform/resolvers/valibot'
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react'
import { useForm, useWatch, type Control, type UseFormRegisterReturn } from 'react-hook-form'
import type { Edit } from '#core/change.ts'
import {
  deleteEdit,
  EVIDENCE_KINDS,
  fieldEdits,
  itemRefKey,
  type Participant,
  type Reflection,
  type Strategy,
} from '#core/reflection.ts'
import type { Item, Rubric } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Button } from '#ui/Button.tsx'
import { Choice, ChoiceGroup } from '#ui/Choice.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea, TextField } from '#ui/TextField.tsx'
import styles from './strategy.module.css'
import { strategySchema, type StrategyValues } from './strategySchema.ts'

/** Not needed to write: it comes with its words a moment later, and the rubric screen stays light. */
const EvidenceHint = lazy(async () => {
  const [{ EvidenceHint: Hint }, { AllMessages }] = await Promise.all([
    import('./EvidenceHint.tsx'),
    import('#messages/AllMessages.tsx'),
  ])
  const WithWords = ({ text }: { text: string }) => (
    <AllMessages>
      <Hint text={text} />
    </AllMessages>
  )
  return { default: WithWords }
})

interface Props {
  store: ReflectionStore
  rubric: Rubric
  /** What a new strategy is for. */
  item: Item
  /** Who is credited with a new one at first; nobody yet without. */
  person: Participant | undefined
  reflection: Reflection
  strategyId: string
  /** False where it is their own alone, and nobody else may be named. */
  asksCredit?: boolean
  /** A control that stands before all others. */
  before?: ReactNode
  onDone: () => void
}

type TextName = 'name' | 'how' | 'evidence'

/**
 * Strategy and evidence, one object. Every keystroke is a draft at once and a change when the writer
 * leaves the field; "Done" only folds the form away.
 */
export function StrategyForm({
  store,
  rubric,
  item,
  person,
  reflection,
  strategyId,
  asksCredit = true,
  before,
  onDone,
}: Props) {
  const { reflect: words, common } = useStartMessages()
  const saved = reflection.strategies.find(({ id }) => id === strategyId)
  const schema = useMemo(() => strategySchema(words), [words])
  const form = useForm<StrategyValues>({
    resolver: valibotResolver(schema),
    mode: 'onTouched',
    shouldUnregister: false,
    defaultValues: startingValues({ store, strategyId, saved, person }),
  })
  const { errors } = form.formState
  const keep = useKeep({ store, rubric, item, strategyId, form })
  useFollowing({ store, strategyId, saved, form })
  const element = useRef<HTMLFormElement>(null)
  // At once: what the form's own `setFocus` lets wait would reach the single-key shortcuts.
  useLayoutEffect(() => element.current?.querySelector<HTMLElement>('input, select')?.focus(), [])
  const close = (event: { preventDefault(): void }) => {
    event.preventDefault()
    keep.all()
    onDone()
  }
  return (
    <form className={styles['form']} ref={element} onSubmit={close} noValidate>
      {before}
      <TextField
        label={words.strategyName}
        hint={words.strategyNameHint}
        remark={errors.name?.message}
        {...keep.text('name')}
      />
      <TextArea label={words.strategyHow[reflection.mode]} {...keep.text('how')} />
      <div className={styles['withHint']}>
        <TextArea
          label={words.strategyEvidence[reflection.mode]}
          hint={words.strategyEvidenceHint}
          {...keep.text('evidence')}
        />
        <Suspense fallback={<div className={styles['hint']} />}>
          <HintOn control={form.control} />
        </Suspense>
      </div>
      <Select label={words.evidenceKind} {...keep.choice('evidenceKind')}>
        <option value="">{words.evidenceKindNone}</option>
        {EVIDENCE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {words.evidenceKinds[kind]}
          </option>
        ))}
      </Select>
      {reflection.mode === 'team' && asksCredit && (
        <Credit people={reflection.participants} field={keep.choice('credit')} />
      )}
      <div className={styles['formActions']}>
        {saved && (
          <Button
            look="quiet"
            icon="trash"
            onClick={() => {
              store.apply([deleteEdit('strategy', strategyId)])
              onDone()
            }}
          >
            {common.remove}
          </Button>
        )}
        <Button type="submit" look="main" icon="check">
          {common.done}
        </Button>
      </div>
    </form>
  )
}

function Credit({
  people,
  field,
}: {
  people: readonly Participant[]
  field: UseFormRegisterReturn<'credit'>
}) {
  const { reflect: words } = useStartMessages()
  return (
    <ChoiceGroup legend={words.credit}>
      <div className={styles['creditGrid']}>
        {people.map(({ id, initials, name }) => (
          <Choice
            key={id}
            kind="checkbox"
            label={name === '' || name === initials ? initials : `${initials} · ${name}`}
            value={id}
            {...field}
          />
        ))}
      </div>
    </ChoiceGroup>
  )
}

/** Renders again with every keystroke, so that the form need not. */
function HintOn({ control }: { control: Control<StrategyValues> }) {
  return <EvidenceHint text={useWatch({ control, name: 'evidence' })} />
}

function startingValues({
  store,
  strategyId,
  saved,
  person,
}: {
  store: ReflectionStore
  strategyId: string
  saved: Strategy | undefined
  person: Participant | undefined
}): StrategyValues {
  const text = (field: TextName) =>
    store.draft({ kind: 'strategy', record: strategyId, field }) ?? saved?.[field] ?? ''
  return {
    name: text('name'),
    how: text('how'),
    evidence: text('evidence'),
    evidenceKind: saved?.evidenceKind ?? '',
    credit: saved ? [...saved.credit] : person ? [person.id] : [],
  }
}

/** Fields nobody is typing into show what is stored: another tab may have written meanwhile. */
function useFollowing({
  store,
  strategyId,
  saved,
  form,
}: {
  store: ReflectionStore
  strategyId: string
  saved: Strategy | undefined
  form: ReturnType<typeof useForm<StrategyValues>>
}) {
  useEffect(() => {
    if (!saved) return
    for (const field of ['name', 'how', 'evidence'] as const) {
      const isTyped = store.draft({ kind: 'strategy', record: strategyId, field }) !== undefined
      if (!isTyped && form.getValues(field) !== saved[field]) form.setValue(field, saved[field])
    }
  }, [store, strategyId, saved, form])
}

interface Keep {
  text: (name: TextName) => UseFormRegisterReturn<TextName>
  choice: <Name extends 'credit' | 'evidenceKind'>(name: Name) => UseFormRegisterReturn<Name>
  /** Makes changes of whatever is still a draft. */
  all: () => void
}

/** Ties the form's fields to the store: drafts while typing, changes when a field is left. */
function useKeep({
  store,
  rubric,
  item,
  strategyId,
  form,
}: {
  store: ReflectionStore
  rubric: Rubric
  item: Item
  strategyId: string
  form: ReturnType<typeof useForm<StrategyValues>>
}): Keep {
  const isNew = () => !store.reflection().strategies.some(({ id }) => id === strategyId)
  /** A new strategy exists from its first words on; before that there is nothing to keep. */
  const founding = (): readonly Edit[] =>
    fieldEdits('strategy', strategyId, {
      items: [itemRefKey({ rubricId: rubric.id, itemId: item.id })],
      credit: form.getValues('credit'),
      evidenceKind: form.getValues('evidenceKind'),
      order: store.reflection().strategies.length,
    })
  const place = (field: TextName) => ({ kind: 'strategy' as const, record: strategyId, field })
  return {
    text(field) {
      const { onChange, onBlur, ...rest } = form.register(field)
      return {
        ...rest,
        onChange: (event: { target: { value: string } }) => {
          store.setDraft(place(field), event.target.value, isNew() ? founding() : undefined)
          return onChange(event)
        },
        onBlur: (event: Parameters<typeof onBlur>[0]) => {
          store.commitDraft(place(field))
          return onBlur(event)
        },
      }
    },
    choice: (field) =>
      form.register(field, {
        onChange: () => {
          if (isNew()) return
          store.apply(fieldEdits('strategy', strategyId, { [field]: form.getValues(field) }))
        },
      }),
    all() {
      for (const field of ['name', 'how', 'evidence'] as const) store.commitDraft(place(field))
    },
  }
}
