import { useMessages } from '#messages/messages.ts'
import { languageName } from '#messages/telling.ts'
import { translationLanguages } from '#rubrics/translations.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Choice, ChoiceGroup } from '#ui/Choice.tsx'
import styles from './device.module.css'

const THEMES = ['system', 'light', 'dark'] as const
const TEXT_SIZES = [100, 125, 150, 175, 200] as const

/** How the app looks and works on this device. Takes effect at once. */
export function SettingsSection() {
  const words = useMessages().device
  const { settings } = useStorage()
  const { theme, textSize, shortcuts, evidenceHints, rubricLang } = useReadable(settings)
  return (
    <div className={styles['settings']}>
      <ChoiceGroup legend={words.theme}>
        {THEMES.map((choice) => (
          <Choice
            key={choice}
            kind="radio"
            name="theme"
            label={words.themes[choice]}
            checked={theme === choice}
            onChange={() => settings.set({ theme: choice })}
          />
        ))}
      </ChoiceGroup>
      <ChoiceGroup legend={words.textSize}>
        {TEXT_SIZES.map((size) => (
          <Choice
            key={size}
            kind="radio"
            name="text-size"
            label={words.textSizes(size)}
            checked={textSize === size}
            onChange={() => settings.set({ textSize: size })}
          />
        ))}
      </ChoiceGroup>
      <ChoiceGroup legend={words.rubricLang} hint={words.rubricLangHint}>
        {[undefined, ...translationLanguages()].map((lang) => (
          <Choice
            key={lang ?? 'original'}
            kind="radio"
            name="rubric-lang"
            lang={lang}
            label={lang === undefined ? words.original : languageName(lang)}
            checked={rubricLang === lang}
            onChange={() => settings.set({ rubricLang: lang })}
          />
        ))}
      </ChoiceGroup>
      <ChoiceGroup legend={words.keyboard}>
        <Choice
          kind="checkbox"
          label={words.shortcuts}
          hint={words.shortcutsHint}
          checked={shortcuts}
          onChange={(event) => settings.set({ shortcuts: event.currentTarget.checked })}
        />
      </ChoiceGroup>
      <ChoiceGroup legend={words.writing}>
        <Choice
          kind="checkbox"
          label={words.evidenceHints}
          hint={words.evidenceHintsHint}
          checked={evidenceHints}
          onChange={(event) => settings.set({ evidenceHints: event.currentTarget.checked })}
        />
      </ChoiceGroup>
    </div>
  )
}
