import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { DateField } from '#ui/DateField.tsx'
import { FieldGrid } from '#ui/FieldGrid.tsx'
import { Section } from '#ui/Section.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useTexts } from '#ui/texts.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { useState } from 'react'
import { texts } from './texts.ts'

/** A word as an option, which means itself. */
const asOption = (word: string) => ({ value: word, label: word })

export function FieldSamples() {
  const t = useTexts(texts)
  const [name, setName] = useState('')
  const [day, setDay] = useState('2026-11-26')
  const [told, setTold] = useState(t.toldValue)
  const [place, setPlace] = useState(t.places[0] ?? '')
  const [how, setHow] = useState<string | null>(t.ways[0] ?? null)
  const [nature, setNature] = useState<string | null>(null)
  const [done, setDone] = useState<readonly string[]>(t.things.slice(0, 1))
  const toggle = (thing: string, on: boolean) => {
    setDone(on ? [...done, thing] : done.filter((each) => each !== thing))
  }
  return (
    <>
      <Section title={t.fields}>
        <Stack>
          <TextField label={t.name} hint={t.hint} value={name} onChange={setName} />
          <TextField label={t.name} error={t.wrong} value={name} onChange={setName} />
          <DateField label={t.day} value={day} onChange={setDay} />
          <FieldGrid>
            <DateField label={t.from} value={day} onChange={setDay} />
            <DateField label={t.until} value={day} onChange={setDay} disabled />
          </FieldGrid>
          <SelectField
            label={t.place}
            options={t.places.map(asOption)}
            value={place}
            onChange={setPlace}
          />
          <TextArea label={t.told} value={told} onChange={setTold} max={200} />
        </Stack>
      </Section>
      <Section title={t.choices}>
        <Stack>
          <ChoiceGroup
            legend={t.how}
            options={t.ways.map(asOption)}
            value={how}
            onChange={setHow}
          />
          <ChoiceGroup
            legend={t.nature}
            stacked
            options={t.natures.map(asOption)}
            value={nature}
            onChange={setNature}
          />
          <TickGroup
            legend={t.done}
            options={t.things.map(asOption)}
            values={done}
            onToggle={toggle}
          />
        </Stack>
      </Section>
    </>
  )
}
