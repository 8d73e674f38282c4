// Somebody who has sent an inspel and comes back to all that is theirs, without a code.
import {strict as assert} from 'node:assert'
import {journey} from './support/journey.js'
import {manners, overflow, violations, wear} from './support/look.js'
import {doesNotSee, follow, heading, inspel, press, process, sees, status} from './support/sv.js'

const address = 'by@example.org'

async function send(page, title, contact) {
  await page.goto(`${process}/inspel/nytt`)
  await page.getByLabel('Ditt inspel').fill(inspel.text)
  await page.getByLabel('Rubrik').fill(title)
  await page.getByLabel('E-post eller telefon').fill(contact)
  await press(page, 'Skicka inspelet')
  return page.locator('.receipt .code').innerText()
}

async function isUsable(page, scripts) {
  if (scripts !== 'on') return
  for (const manner of manners) {
    await wear(page, manner)
    assert.deepEqual([...await violations(page, manner.rules), ...await overflow(page)], [], manner.name)
  }
}

journey('a citizen sees all that is theirs by a mailed link, changes it and leaves', async ({citizen, server, scripts}) => {
  const page = await citizen()
  await send(page, 'Bussen', address)
  const code = await send(page, 'Fibern', '')

  await follow(page, 'Mina sidor')
  assert.equal(await status(page, () => press(page, 'Skicka länken till mig')), 422)
  await page.getByLabel('Din e-postadress').fill(address)
  await press(page, 'Skicka länken till mig')
  await sees(page, 'Titta i din e-post')
  const link = server.ownLink(address)
  await page.goto(link)
  await isUsable(page, scripts)
  await press(page, 'Öppna Mina sidor')
  assert.equal(await heading(page).innerText(), 'Mina sidor')
  await sees(page, 'Bussen')
  await doesNotSee(page, 'Fibern')
  await isUsable(page, scripts)

  await page.getByText('Lägg till ett inspel som saknas här').click()
  await page.getByLabel('Kvittenskod').fill(code)
  await press(page, 'Lägg till inspelet')
  await sees(page, 'Fibern')
  await page.locator('li', {hasText: 'Bussen'}).getByRole('link', {name: 'Begär rättelse eller radering'}).click()
  await page.getByLabel('Ta bort det, eller dölj mitt namn').check()
  await page.getByLabel('Vad är fel, eller vad ska bort?').fill('Mitt telefonnummer står i texten.')
  await isUsable(page, scripts)
  await press(page, 'Skicka begäran')
  await sees(page, 'Din begäran')
  const row = page.locator('li', {hasText: 'Fibern'})
  await row.locator('summary', {hasText: 'Ta tillbaka inspelet'}).click()
  await Promise.all([page.waitForEvent('load'), row.getByRole('button', {name: /^Ta tillbaka I-/}).click()])
  await sees(page, 'Du har tagit tillbaka det.')
  await press(page, 'Logga ut')
  await doesNotSee(page, 'Bussen')
  await page.goto(link)
  await sees(page, 'Länken går inte att använda')
})
