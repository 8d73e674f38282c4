// Ways that several journeys share, in the words of the pages.
import {strict as assert} from 'node:assert'

export const process = '/processer/oversyn'

const quote = 'Bussen mot Gäddede går för tidigt.'
export const inspel = {
  title: 'Bussen och bredbandet',
  quote,
  second: 'Fibern slutar en kilometer från oss.',
  text: `${quote} Vi hinner inte hem från jobbet.\n\nFibern slutar en kilometer från oss.`,
}

export const heading = page => page.getByRole('heading', {level: 1})
export const arrive = (page, act) => Promise.all([page.waitForEvent('load'), act()])
export const press = (page, name) => arrive(page, () => page.getByRole('button', {name, exact: true}).click())

/// Follows the link with that name, also where it lies in a group of the menu that is folded.
export async function follow(page, name) {
  const link = page.getByRole('link', {name, exact: true}).first()
  const folded = page.locator('nav details:not([open])', {has: page.locator('a', {hasText: name})}).locator('summary:visible').first()
  if (!await link.isVisible() && await folded.count() > 0) await folded.click()
  await arrive(page, () => link.click())
}

export async function sees(page, text) {
  const words = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ')
  assert.ok(words.includes(text), `”${text}” is not on ${page.url()}: ${words.slice(0, 1500)}`)
}

export async function doesNotSee(page, text) {
  assert.ok(!(await page.locator('body').innerText()).includes(text), `”${text}” is on ${page.url()}`)
}

export const status = async (page, act) => {
  const answered = page.waitForResponse(response => response.request().isNavigationRequest() && response.status() !== 303)
  await act()
  return (await answered).status()
}

/// Sends an inspel and returns its receipt's address and its number.
export async function sendInspel(page, {text = inspel.text, title = inspel.title} = {}) {
  await page.goto(`${process}/inspel/nytt`)
  await page.getByLabel('Ditt inspel').fill(text)
  await page.getByLabel('Rubrik').fill(title)
  await press(page, 'Skicka inspelet')
  return {address: page.url(), number: Number((await page.locator('.lead').first().innerText()).match(/I-(\d+)/)[1])}
}

/// The workbench of the inspel with that title, from the queue that it waits in.
export async function openFrom(page, queue, title) {
  await page.goto(`${process}/handlaggning/${queue}`)
  await follow(page, title)
}

export async function publish(page, title = inspel.title, button = 'Publicera och dela upp') {
  await openFrom(page, 'granska', title)
  await press(page, button)
}

/// Splits off words: by marking them where scripts run, by copying them where not.
export async function split(page, words, scripts) {
  if (scripts === 'on')
    await page.evaluate(wanted => {
      const node = [...document.querySelector('[data-markable]').childNodes].find(one => one.textContent.includes(wanted))
      const range = document.createRange()
      const text = node.nodeType === Node.TEXT_NODE ? node : node.firstChild
      const start = text.textContent.indexOf(wanted)
      range.setStart(text, start)
      range.setEnd(text, start + wanted.length)
      document.getSelection().removeAllRanges()
      document.getSelection().addRange(range)
    }, words)
  else await page.getByLabel('Orden som den handlar om').fill(words)
  await press(page, 'Lägg till synpunkten')
}

export async function answer(page, outcome, text) {
  await page.getByLabel(outcome, {exact: true}).check()
  await page.getByLabel('Svar och skäl').fill(text)
  await press(page, 'Spara och gå till nästa')
}

/// Publishes the answers that are held back.
export async function publishAnswers(page) {
  await page.goto(`${process}/handlaggning/svar`)
  await press(page, 'Publicera de valda svaren')
}

/// Freezes the draft of the text whose page is open.
export async function freeze(page, kind, title) {
  await page.getByLabel('Typ av version').selectOption(kind)
  await page.getByLabel('Versionens namn').fill(title)
  await page.getByLabel('Skriv lås för att bekräfta').fill('lås')
  await press(page, 'Lås versionen')
}

/// Sends the version out, asks Bergs kommun, and gives the link that it answers by.
export async function sendReferral(page, version) {
  const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  await page.goto(`${process}/handlaggning/remiss`)
  const options = page.getByLabel('Text', {exact: true}).locator('option')
  const chosen = (await options.allInnerTexts()).find(text => text.includes(version))
  await page.getByLabel('Text', {exact: true}).selectOption({label: chosen})
  await page.getByLabel('Missivet').fill('Vi vill veta vad som saknas.')
  await page.getByLabel('Sista dag för svar').fill(inAMonth)
  await page.getByLabel('Skriv skicka ut för att bekräfta').fill('skicka ut')
  await press(page, 'Skicka ut')
  if (await page.getByLabel('Namn').isHidden()) await page.locator('summary', {hasText: 'Lägg till en remissinstans'}).click()
  await page.getByLabel('Namn').fill('Bergs kommun')
  await press(page, 'Lägg till remissinstansen')
  await follow(page, 'Bergs kommun')
  return (await page.locator('body').innerText()).match(/\/processer\/oversyn\/remiss\/svar\/[\w-]+/)[0]
}
