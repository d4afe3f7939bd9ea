import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { DateField } from '#ui/DateField.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'

function Told({ max }: { readonly max: number }) {
  const [value, setValue] = useState('')
  return <TextArea label="En une phrase" value={value} onChange={setValue} max={max} />
}

it('a text that is too long is told, and not one letter of it is lost', async () => {
  render(<Told max={10} />)
  const area = screen.getByRole('textbox', { name: 'En une phrase' })

  await userEvent.type(area, 'douze lettre')

  expect(area).toHaveValue('douze lettre')
  expect(area).toBeInvalid()
  expect(area).toHaveAccessibleDescription(/^2\ssignes de trop/u)
})

it('a text near its end says how much is left, and a short one is left in peace', async () => {
  render(<Told max={10} />)
  const area = screen.getByRole('textbox', { name: 'En une phrase' })

  await userEvent.type(area, 'sept777')
  expect(area).not.toHaveAccessibleDescription()
  await userEvent.type(area, '89')
  expect(area).toHaveAccessibleDescription(/^Encore 1\ssigne possible$/u)
  expect(area).toBeValid()
})

it('the hint and the error are read with the field', () => {
  render(
    <TextField
      label="Adresse"
      hint="Au travail"
      error="Il manque la fin."
      value=""
      onChange={vi.fn()}
    />,
  )
  const field = screen.getByRole('textbox', { name: 'Adresse' })

  expect(field).toHaveAccessibleDescription('Au travail Il manque la fin.')
  expect(field).toBeInvalid()
})

it('a choice is made by its word, or with the arrows', async () => {
  const chosen = vi.fn()
  const options = [
    { value: 'good', label: 'Bien' },
    { value: 'hard', label: 'Dur' },
  ]
  render(<ChoiceGroup legend="Et alors" options={options} value={null} onChange={chosen} />)

  await userEvent.click(screen.getByText('Dur'))
  expect(chosen).toHaveBeenLastCalledWith('hard')
  expect(screen.getByRole('group', { name: 'Et alors' })).toBeVisible()
  expect(screen.getAllByRole('radio').filter((radio) => radio.matches(':checked'))).toEqual([])
})

it('a tick goes on and off, in a group too', async () => {
  const toggled = vi.fn()
  render(
    <TickGroup
      legend="Faits"
      options={[{ value: 'a', label: 'Visiter' }]}
      groups={[{ label: 'Bloc 2', options: [{ value: 'b', label: 'Publier' }] }]}
      values={['b']}
      onToggle={toggled}
    />,
  )

  await userEvent.click(screen.getByRole('checkbox', { name: 'Visiter' }))
  await userEvent.click(screen.getByRole('checkbox', { name: 'Publier' }))
  expect(toggled.mock.calls).toEqual([
    ['a', true],
    ['b', false],
  ])
  expect(screen.getByRole('group', { name: 'Bloc 2' })).toBeVisible()
})

it('a value that is no longer offered does not pass for the first one', () => {
  render(
    <SelectField
      label="Lieu"
      options={[{ value: 'here', label: 'Ici' }]}
      value="elsewhere"
      onChange={vi.fn()}
    />,
  )

  expect(screen.getByRole('combobox', { name: 'Lieu' })).toHaveValue('')
})

it('the same picture can be taken again after it was removed', async () => {
  const taken = vi.fn()
  render(<FileButton label="Ajouter une photo" accept="image/*" onFile={taken} />)
  const input = screen.getByLabelText<HTMLInputElement>('Ajouter une photo')
  const photo = new File(['x'], 'rayon.jpg', { type: 'image/jpeg' })

  await userEvent.upload(input, photo)

  expect(taken).toHaveBeenCalledExactlyOnceWith(photo)
  expect(input.value).toBe('')
  fireEvent.change(input, { target: { files: null } })
  expect(taken).toHaveBeenCalledOnce()
})

it('a day is said in words too: 11/12 is read both ways', () => {
  render(<DateField label="Avant le" value="2026-12-11" onChange={vi.fn()} />)
  expect(screen.getByLabelText('Avant le')).toHaveAccessibleDescription(
    'vendredi 11\u00a0décembre 2026',
  )
})
