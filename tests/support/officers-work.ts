/** What officers do in a day, by the screens alone. Each of them ends when the laptop says that it is kept. */
import type { Page } from 'playwright-core';
import { goTo } from './officer-laptop.ts';
import { newReport, textOf } from './written-paper.ts';

async function kept(page: Page): Promise<void> {
  await page
    .getByText(/^Saved on this laptop/)
    .first()
    .waitFor();
}

async function fillIn(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(words);
  await page.keyboard.press('Tab');
  await kept(page);
}

/** In the next meeting of a body. */
export async function fillInMeeting(page: Page, body: string, label: 'Place' | 'Note', words: string): Promise<void> {
  await goTo(page, 'Meetings');
  await page
    .getByRole('table', { name: 'Coming meetings' })
    .getByRole('link', { name: new RegExp(`^${body}`) })
    .first()
    .click();
  await page.getByRole('tab', { name: 'Details' }).click();
  await fillIn(page, label, words);
}

export async function addItem(page: Page, body: string, title: string): Promise<void> {
  await goTo(page, 'Meetings');
  await page
    .getByRole('table', { name: 'Coming meetings' })
    .getByRole('link', { name: new RegExp(`^${body}`) })
    .first()
    .click();
  await page.getByRole('button', { name: 'Add item' }).click();
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: new RegExp(title) }).waitFor();
  await kept(page);
}

/** The page stays at whichever of its lists was looked at last. */
async function openBodies(page: Page): Promise<void> {
  await goTo(page, 'Partners and bodies');
  await page.getByRole('tab', { name: /^Bodies/ }).click();
}

export async function addBody(page: Page, name: string): Promise<void> {
  await openBodies(page);
  await page.getByRole('button', { name: 'Add body' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Add body' }).click();
  await page.getByRole('heading', { name }).first().waitFor();
}

export async function fillInBody(
  page: Page,
  body: string,
  label: 'Name' | 'Purpose' | 'Usual place',
  words: string,
): Promise<void> {
  await openBodies(page);
  await page.getByRole('link', { name: body, exact: true }).click();
  await page.getByRole('tab', { name: 'Name and purpose' }).click();
  await fillIn(page, label, words);
}

async function openPeople(page: Page): Promise<void> {
  await goTo(page, 'Partners and bodies');
  await page.getByRole('tab', { name: /^People/ }).click();
}

export async function addPerson(page: Page, name: string, role: string): Promise<void> {
  await openPeople(page);
  await page.getByRole('button', { name: 'Add person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Role').fill(role);
  await dialog.getByRole('button', { name: 'Add person' }).click();
  await page.getByRole('button', { name, exact: true }).waitFor();
}

export async function fillInPerson(
  page: Page,
  name: string,
  label: 'Role' | 'Telephone',
  words: string,
): Promise<void> {
  await openPeople(page);
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(label).fill(words);
  await page.keyboard.press('Tab');
  await kept(page);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'detached' });
}

export async function removePerson(page: Page, name: string): Promise<void> {
  await openPeople(page);
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText(`Removed ${name}.`).first().waitFor();
}

export async function addReport(page: Page, title: string): Promise<void> {
  await newReport(page, title);
  await kept(page);
}

async function openPaper(page: Page, title: string): Promise<void> {
  await goTo(page, 'Papers');
  await page.getByRole('link', { name: title }).first().click();
  await textOf(page).waitFor();
}

export async function fillInPaper(
  page: Page,
  title: string,
  label: 'Reference' | 'Author' | 'Contact',
  words: string,
): Promise<void> {
  await openPaper(page, title);
  await fillIn(page, label, words);
}

/** At the end of the paper's text. */
export async function writeInPaper(page: Page, title: string, words: string): Promise<void> {
  await openPaper(page, title);
  await textOf(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(` ${words}`);
  await page.getByText(/^Saving/).waitFor();
  await kept(page);
}
