import { useWatch } from 'react-hook-form'
import { useRubricLibrary, loadEntry, type LibraryEntry } from '#storage/library.ts'
import { useStorage } from '#storage/useStorage.ts'
import type { SetupFormApi } from './keeper.ts'
import type { RubricChoice, RubricChoices } from './rubrics.ts'
import { startingSections, type RubricValues } from './setupForm.ts'
import { useDefinitions } from './useDefinitions.ts'

/**
 * The rubrics of a reflection that does not exist yet: they stand in its form.
 * @param note told after each change
 */
export function useNewRubrics(form: SetupFormApi, note: () => void): RubricChoices {
  const storage = useStorage()
  const library = useRubricLibrary()
  const chosen = useWatch({ control: form.control, name: 'rubrics' })
  const definitions = useDefinitions(chosen.map(({ key }) => key))
  const { errors } = form.formState

  const set = (next: RubricValues[]) => {
    form.setValue('rubrics', next, { shouldDirty: true })
    form.clearErrors('rubrics')
    note()
  }
  const scope = (key: string, sections: readonly string[]) => {
    const at = chosen.findIndex((rubric) => rubric.key === key)
    form.setValue('rubrics', chosen.with(at, { key, sections: [...sections] }))
    if (sections.length > 0) form.clearErrors(`rubrics.${at}.sections`)
    note()
  }
  const add = async (entry: LibraryEntry) => {
    const rivals = library.filter(({ id }) => id === entry.id).map(({ key }) => key)
    const rival = chosen.findIndex(({ key }) => rivals.includes(key))
    const added = { key: entry.key, sections: [] }
    // Two versions of one rubric would be one rubric to a reflection.
    set(rival === -1 ? [...chosen, added] : chosen.with(rival, added))
    const loaded = await loadEntry(storage, entry.key)
    if (!loaded.ok) return
    const sections = startingSections(loaded.value.rubric)
    const now = form.getValues('rubrics')
    const isUntouched = ({ key, sections: own }: RubricValues) =>
      key === entry.key && own.length === 0
    set(now.map((rubric) => (isUntouched(rubric) ? { ...rubric, sections } : rubric)))
  }
  const takeOut = (key: string) => set(chosen.filter((rubric) => rubric.key !== key))

  return {
    choices: chosen.map(({ key, sections }, at): RubricChoice => ({
      key,
      loaded: definitions.get(key),
      sections,
      fault: errors.rubrics?.[at]?.sections?.message,
      way: 'takeOut',
      kept: 0,
    })),
    fault: errors.rubrics?.message ?? errors.rubrics?.root?.message,
    isChosen: (entry) => chosen.some(({ key }) => key === entry.key),
    toggle(entry, isChosen) {
      if (isChosen) void add(entry)
      else takeOut(entry.key)
    },
    goWay: ({ key }) => takeOut(key),
    scope,
  }
}

/** A form kept from an older version may name sections that a rubric does not have. */
export function dropUnknownSections(form: SetupFormApi, choices: readonly RubricChoice[]): void {
  const known = new Map(
    choices.map(({ key, loaded }) => [
      key,
      loaded?.ok ? loaded.value.rubric.sections.map(({ id }) => id) : undefined,
    ]),
  )
  form.setValue(
    'rubrics',
    form.getValues('rubrics').map(({ key, sections }) => ({
      key,
      sections: sections.filter((id) => known.get(key)?.includes(id) ?? true),
    })),
  )
}
