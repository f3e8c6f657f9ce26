import { useFormContext } from 'react-hook-form'
import { useMessages } from '#messages/messages.ts'
import { CreditedField } from './CreditedField.tsx'
import { useDraft, useEditor } from './editorContext.ts'
import styles from './editor.module.css'
import { LineField, ListField, TextBox } from './FormFields.tsx'
import { fileIdOf, isFileIdMade } from './fileId.ts'
import type { EditorForm } from './formModel.ts'
import { AboutLines } from './TextLines.tsx'

const FAMILIES = ['hub-leadership', 'network-health', 'improvement', 'workshop'] as const

/** What the rubric is, who made it, and what its lines are called. */
export function HeadPart() {
  const words = useMessages().editor
  const { editing, isIdFixed } = useEditor()
  const { id } = useDraft()
  const { setValue } = useFormContext<EditorForm>()
  const follow = (shortTitle: string) => {
    if (!isIdFixed() && isFileIdMade(editing.get().rubric)) {
      setValue('head.id', fileIdOf(shortTitle))
    }
  }
  return (
    <>
      <CreditedField name="head.title" label={words.fields.title} />
      <LineField
        name="head.shortTitle"
        label={words.fields.shortTitle}
        hint={words.head.shortTitleHint}
        width="medium"
        onChange={follow}
      />
      <CreditedField name="head.goal" label={words.fields.goal} hint={words.head.goalHint} isLong />
      <div className={styles['pair']}>
        <LineField name="head.itemNoun.one" label={words.fields.one} hint={words.head.oneHint} />
        <LineField name="head.itemNoun.many" label={words.fields.many} hint={words.head.manyHint} />
      </div>
      <div className={styles['pair']}>
        <ListField name="head.status" label={words.fields.status} hint={words.head.statusHint}>
          <option value="community-draft">{words.statuses['community-draft']}</option>
          <option value="based-on">{words.statuses['based-on']}</option>
        </ListField>
        <ListField name="head.family" label={words.fields.family} hint={words.head.familyHint}>
          <option value="">{words.families.none}</option>
          {FAMILIES.map((family) => (
            <option key={family} value={family}>
              {words.families[family]}
            </option>
          ))}
        </ListField>
      </div>
      <TextBox name="head.credit" label={words.fields.credit} hint={words.head.creditHint} />
      <div className={styles['pair']}>
        <LineField
          name="head.lang"
          label={words.fields.lang}
          hint={words.head.langHint}
          width="short"
          isWords={false}
        />
        {isIdFixed() ? (
          <div>
            <p className={styles['legend']}>{words.fields.id}</p>
            <p className={styles['soft']}>{words.head.idFixed(id)}</p>
          </div>
        ) : (
          <LineField
            name="head.id"
            label={words.fields.id}
            hint={words.head.idHint(id)}
            isWords={false}
          />
        )}
      </div>
      <LineField
        name="head.subtitle"
        label={words.fields.subtitle}
        hint={words.head.subtitleHint}
      />
      <AboutLines name="head.about" />
    </>
  )
}
