import {strict as assert} from 'node:assert'
import {journey} from './support/journey.js'
import {arrive, inspel, press, process, publish, sees, sendInspel} from './support/sv.js'

const focused = page => page.evaluate(() => {
  const one = document.activeElement
  return one.id || one.innerText?.trim() || one.tagName
})

// Goes on with Tab until the focus stands there, as far as a person would.
async function tabTo(page, wanted) {
  for (let i = 0; i < 40; ++i) {
    await page.keyboard.press('Tab')
    if (await focused(page) === wanted) return
  }
  assert.fail(`Tab never came to ${wanted} on ${page.url()}`)
}

journey('an inspel is given with the keys alone', async ({citizen}) => {
  const page = await citizen()
  await page.goto(process)
  await page.keyboard.press('Tab')
  assert.equal(await focused(page), 'Hoppa till innehållet')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Lämna ett inspel')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/inspel/nytt')
  await tabTo(page, 'text')
  await page.keyboard.type(inspel.text)
  await tabTo(page, 'Skicka inspelet')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/kvittens/*')
  await sees(page, 'Tack, vi har tagit emot ditt inspel')
})

journey('a refused form takes the keyboard to what needs to be put right', async ({citizen}) => {
  const page = await citizen()
  await page.goto(`${process}/inspel/nytt`)
  await page.getByRole('button', {name: 'Skicka inspelet'}).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement.matches('.summary'))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement.id === 'text')
}, {only: 'on'})

journey('statements are answered one after another with Tab and Enter, from where the last answer led', async ({citizen}) => {
  const page = await citizen()
  await page.goto(`${process}/aktiviteter/oversyn-pastaenden/pastaenden`)
  for (const [answered, choice] of ['Instämmer', 'Instämmer inte', 'Avstår'].entries()) {
    await tabTo(page, choice)
    await page.keyboard.press('Enter')
    await page.getByText(`Du har svarat på ${answered + 1} av 24`).waitFor()
    await page.waitForFunction(() => document.activeElement.id === 'att-svara-pa')
    await page.keyboard.press('Tab')
    assert.equal(await focused(page), 'Instämmer')
    await page.keyboard.press('Shift+Tab')
  }
  await tabTo(page, 'pastaende')
  await page.keyboard.type('Isbanor ska få kosta.')
  await tabTo(page, 'Skicka påståendet')
  await page.keyboard.press('Enter')
  await page.getByText('Vi granskar ditt påstående innan det visas').waitFor()
})

journey('the queue is walked with J and K, and the issue answered with figures and Ctrl+Enter', async ({citizen, staff}) => {
  const desk = await staff('Handläggare')
  await desk.waitForFunction(() => document.readyState === 'complete')
  await desk.keyboard.press('j')
  await desk.keyboard.press('j')
  await desk.keyboard.press('k')
  const rows = desk.locator('table.queue tbody tr')
  assert.notEqual(await rows.first().getAttribute('data-current'), null)
  await desk.keyboard.press('x')
  assert.equal(await rows.first().getByRole('checkbox').isChecked(), true)
  await desk.keyboard.press('Enter')
  await desk.waitForURL('**/handlaggning/inspel/**')

  await sendInspel(await citizen())
  await publish(desk)
  await desk.getByLabel('Orden som den handlar om').fill(inspel.quote)
  await press(desk, 'Lägg till synpunkten')
  await desk.keyboard.press('3')
  assert.equal(await desk.getByLabel('Ej tillgodosett').isChecked(), true)
  await desk.getByLabel('Svar och skäl').fill('Vi delar viljan men kan inte lova tiden.')
  await arrive(desk, () => desk.keyboard.press('Control+Enter'))
  await desk.goto(`${process}/handlaggning/svar`)
  await sees(desk, 'Vi delar viljan men kan inte lova tiden.')
}, {only: 'on'})
