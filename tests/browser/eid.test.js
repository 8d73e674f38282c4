// Somebody who shows by eID who they are: what they send is theirs without codes, and they are counted once in a conversation.
import {strict as assert} from 'node:assert'
import {journey} from './support/journey.js'
import {manners, overflow, violations, wear} from './support/look.js'
import {startProviders} from './support/provider.js'
import {doesNotSee, follow, heading, inspel, press, process, sees} from './support/sv.js'

const own = '/mina-sidor'
const service = 'Logga in med e-legitimation'

async function isUsable(page, scripts) {
  if (scripts !== 'on') return
  for (const manner of manners) {
    await wear(page, manner)
    assert.deepEqual([...await violations(page, manner.rules), ...await overflow(page)], [], manner.name)
  }
}

async function send(page, title, {isTied} = {}) {
  await page.goto(`${process}/inspel/nytt`)
  await page.getByLabel('Ditt inspel').fill(inspel.text)
  await page.getByLabel('Rubrik').fill(title)
  if (isTied) await page.getByLabel('Knyt inspelet till min e-legitimation').check()
  await press(page, 'Skicka inspelet')
  return page.locator('.receipt .code').innerText()
}

journey('a citizen ties an inspel to their eID, sends another with it, and sees both without a code', async ({citizen, scripts}) => {
  const page = await citizen({hasEid: true})
  await send(page, 'Bussen')
  const receipt = page.url()
  await page.getByText('Knyt det till din e-legitimation').click()
  await isUsable(page, scripts)
  await follow(page, service)
  await press(page, 'Eva')
  assert.equal(page.url(), receipt)
  await page.getByText('Knyt det till din e-legitimation').click()
  await press(page, 'Knyt inspelet till min e-legitimation')
  assert.equal(await heading(page).innerText(), 'Mina sidor')
  await sees(page, 'Bussen')
  await send(page, 'Fibern', {isTied: true})
  await page.goto(own)
  await sees(page, 'Fibern')
  await sees(page, 'Märket för din e-legitimation här')
  await isUsable(page, scripts)
  await press(page, 'Logga ut')
  await doesNotSee(page, 'Bussen')
  await isUsable(page, scripts)

  // The next at the same device is asked who they are, and sees nothing of the first.
  await page.context().clearCookies({domain: 'localhost'})
  await follow(page, service)
  await sees(page, 'Vem är du?')
  await press(page, 'Bo')
  await sees(page, 'Inget inspel är knutet till din e-legitimation.')
  await doesNotSee(page, 'Bussen')
}, {startProviders})

journey('who cancels at the eID service reads what to do, and can have a mail instead', async ({citizen, scripts}) => {
  const page = await citizen({hasEid: true})
  await page.goto(own)
  await follow(page, service)
  await press(page, 'Avbryt')
  await sees(page, 'Inloggningen med e-legitimation avbröts')
  await sees(page, 'Skicka länken till mig')
  await isUsable(page, scripts)
}, {startProviders})
