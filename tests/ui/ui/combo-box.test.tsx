import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { ComboBox } from '#renderer/ui/combo-box.tsx';

interface FormProps {
  readonly freeText?: boolean;
}

function Form({ freeText = false }: FormProps) {
  const [lead, setLead] = useState('');
  const [person, setPerson] = useState('nobody');
  return (
    <>
      <ComboBox
        label="Lead"
        value={lead}
        onChange={setLead}
        onChoose={(option) => setPerson(option?.id ?? 'nobody')}
        freeText={freeText}
        options={[
          { id: 'helen', label: 'Helen Marsh', detail: 'Clerk' },
          { id: 'mo', label: 'Mo Okafor', detail: 'Chair' },
        ]}
      />
      <button type="button">Next</button>
      <output>{`${person}: ${lead}`}</output>
    </>
  );
}

const said = () => document.querySelector('output')?.textContent;

describe('ComboBox', () => {
  test('offers what is known as one types, and is chosen from by keyboard', async () => {
    const user = userEvent.setup();
    render(<Form />);
    await user.type(screen.getByRole('combobox', { name: 'Lead' }), 'ok');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Mo OkaforChair']);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(said()).toBe('mo: Mo Okafor');
  });

  test('keeps any words when any will do', async () => {
    const user = userEvent.setup();
    render(<Form freeText />);
    await user.type(screen.getByRole('combobox', { name: 'Lead' }), 'All partners');
    await user.tab();
    expect(said()).toBe('nobody: All partners');
  });

  test('puts back words of no option when only options will do', async () => {
    const user = userEvent.setup();
    render(<Form />);
    await user.type(screen.getByRole('combobox', { name: 'Lead' }), 'Zebra');
    await user.tab();
    expect(said()).toBe('nobody: ');
  });

  test('shows every choice by its button', async () => {
    const user = userEvent.setup();
    render(<Form />);
    await user.click(screen.getByRole('button', { name: /Show suggestions/ }));
    expect(screen.getAllByRole('option')).toHaveLength(2);
  });
});
