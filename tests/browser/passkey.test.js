// A new colleague makes a passkey, comes back with it, and shows it again for what is grave. Chromium has the device.
import {strict as assert} from 'node:assert'
import {journey} from './support/journey.js'
import {complaints} from './support/look.js'
import {doesNotSee, follow, heading, press, sees} from './support/sv.js'

const place = {name: 'localhost'}
const desk = '/processer/oversyn/handlaggning'

/// A device in the browser, whose owner shows who they are by touching it.
async function device(page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const {authenticatorId} = await cdp.send('WebAuthn.addVirtualAuthenticator', {options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
    automaticPresenceSimulation: true,
  }})
  return {
    ownerIsThere: isUserVerified => cdp.send('WebAuthn.setUserVerified', {authenticatorId, isUserVerified}),
    keys: async () => (await cdp.send('WebAuthn.getCredentials', {authenticatorId})).credentials,
  }
}

/// Returns the link that the leader hands over.
async function invite(page, name, email) {
  await page.goto(`${desk}/personal`)
  const form = page.locator('form.narrow')
  await form.getByLabel('Namn').fill(name)
  await form.getByLabel('E-post').fill(email)
  await form.getByRole('radio', {name: 'Processledare'}).check()
  await press(page, 'Bjud in')
  return linkOn(page)
}
const linkOn = async page => new URL(await page.locator('.notice code').innerText()).pathname

async function isWell(page) {
  assert.deepEqual(await complaints(page), [])
  await page.setViewportSize({width: 1280, height: 900})
}

async function makePasskey(page, name) {
  await page.getByLabel('Passnyckelns namn').fill(name)
  await press(page, 'Gör en passnyckel')
}

journey('a new colleague makes a passkey, comes back with it, and does something grave with it', async ({server, citizen, staff}) => {
  const leader = await staff('Processledare')
  const link = await invite(leader, 'Nils Ny', 'nils@example.org')
  const page = await citizen({isStaff: true})
  const own = await device(page)
  await page.goto(link)
  await press(page, 'Logga in')
  await page.goto('/konto')
  await follow(page, 'Gör en passnyckel')
  await doesNotSee(page, 'saknar stöd')
  await isWell(page)
  await own.ownerIsThere(false)
  await page.getByRole('button', {name: 'Gör en passnyckel'}).click()
  await page.getByText('Ingen passnyckel användes').waitFor()
  await own.ownerIsThere(true)
  await makePasskey(page, 'Jobbdatorn')
  assert.equal(await heading(page).innerText(), 'Dina reservkoder')
  await follow(page, 'Jag har sparat dem')
  await sees(page, 'Du har 1 passnyckel.')
  const [key] = await own.keys()
  assert.equal(key.isResidentCredential, true)
  assert.equal(Buffer.from(key.userHandle, 'base64').length, 32)

  await page.goto(desk)
  await press(page, 'Logga ut')
  await page.goto('/inloggning')
  await isWell(page)
  await press(page, 'Logga in med passnyckel')
  assert.equal(new URL(page.url()).pathname, desk)
  await page.goto('/konto')
  await sees(page, 'Med passnyckel')

  server.signInsBecomeOlder(20)
  await page.goto(`${desk}/personal`)
  const form = page.locator('form.narrow')
  await form.getByLabel('Namn').fill('Åsa Åberg')
  await form.getByLabel('E-post').fill('asa@example.org')
  await form.getByRole('radio', {name: 'Handläggare'}).check()
  await press(page, 'Bjud in')
  assert.equal(await heading(page).innerText(), 'Logga in en gång till')
  await isWell(page)
  await press(page, 'Använd passnyckeln och fortsätt')
  await sees(page, 'Skicka länken till Åsa Åberg')

  server.signInsBecomeOlder(20)
  await page.goto('/konto/passnycklar')
  await press(page, 'Använd passnyckeln och fortsätt')
  assert.equal(await heading(page).innerText(), 'Passnycklar')
  await isWell(page)
  await page.getByText('Byt namn på Jobbdatorn').click()
  await page.getByLabel('Nytt namn').fill('Kontoret')
  await press(page, 'Spara namnet på Jobbdatorn')
  await page.getByRole('button', {name: 'Gör en passnyckel'}).click()
  await page.getByText('har redan en passnyckel').waitFor()
  await page.getByText('Ta bort Kontoret').click()
  await press(page, 'Ta bort passnyckeln Kontoret')
  await doesNotSee(page, 'Kontoret')
  await page.goto('/inloggning')
  await press(page, 'Logga in med passnyckel')
  await sees(page, 'Passnyckeln godtogs inte')
}, {only: 'on', place})

journey('without scripts the other ways in are there, and nothing that does not work', async ({citizen, staff}) => {
  const page = await citizen()
  await page.goto('/inloggning')
  assert.equal(await page.getByRole('button', {name: 'Logga in med passnyckel'}).isVisible(), false)
  await sees(page, 'Med lösenfras och kod')
  const leader = await staff('Processledare')
  await leader.goto('/konto/passnycklar')
  assert.equal(await leader.getByRole('button', {name: 'Gör en passnyckel'}).isVisible(), false)
  await sees(leader, 'JavaScript')
}, {only: 'off', place})
