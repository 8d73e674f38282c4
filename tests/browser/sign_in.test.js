// A day of a member of staff: setting up what one signs in with, coming back with it, and being asked again.
import {strict as assert} from 'node:assert'
import {createHmac} from 'node:crypto'
import {journey} from './support/journey.js'
import {arrive, follow, heading, press, sees} from './support/sv.js'

const phrase = 'tall hyvel tisdag mossa'

function bytesOf(base32) {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...base32.replaceAll(' ', '')].map(sign => signs.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from(bits.match(/.{8}/g).map(byte => Number.parseInt(byte, 2)))
}

/// RFC 6238, as an app on a phone does it.
function codeOf(key, stepsLater = 0) {
  const step = Buffer.alloc(8)
  step.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000) + stepsLater))
  const hash = createHmac('sha1', bytesOf(key)).update(step).digest()
  return String((hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function fill(page, email, passphrase, code) {
  const door = page.getByRole('region', {name: 'Med lösenfras och kod'})
  await door.getByLabel('Din e-postadress i arbetet').fill(email)
  await door.getByLabel('Lösenfras').fill(passphrase)
  await door.getByLabel('Kod', {exact: true}).fill(code)
  await arrive(page, () => door.getByRole('button', {name: 'Logga in'}).click())
}

journey('a member of staff sets up passphrase and app, comes back with them, and signs the phone out', async ({staff}) => {
  const page = await staff('Processledare')
  await page.goto('/konto')
  const email = (await page.locator('h1 + p').innerText()).trim()
  await follow(page, 'Skaffa lösenfras och kod')
  const key = (await page.locator('.proof').first().innerText()).trim()
  await page.getByLabel('Ny lösenfras').fill('för kort')
  await page.getByLabel('Kod som appen visar nu').fill(codeOf(key))
  await press(page, 'Spara och visa reservkoder')
  await sees(page, 'Skriv minst 12 tecken')
  await page.getByLabel('Ny lösenfras').fill(phrase)
  await page.getByLabel('Kod som appen visar nu').fill(codeOf(key, -1))
  await press(page, 'Spara och visa reservkoder')
  assert.equal(await heading(page).innerText(), 'Dina reservkoder')
  const codes = await page.getByRole('main').locator('code').allInnerTexts()
  assert.equal(codes.length, 10)
  await follow(page, 'Jag har sparat dem')
  await sees(page, '10 reservkoder kvar')

  await page.goto('/processer/oversyn/handlaggning')
  await press(page, 'Logga ut')
  await page.goto('/inloggning')
  await fill(page, email, 'fel ord i rad', codeOf(key))
  await sees(page, 'Adress, lösenfras och kod hör inte ihop')
  await fill(page, email, phrase, codeOf(key))
  await page.goto('/konto')
  await sees(page, 'Med lösenfras och kod')
  await page.goto('/processer/oversyn/handlaggning')
  await press(page, 'Logga ut')
  await page.goto('/inloggning')
  await fill(page, email, phrase, codes[3])
  await page.goto('/konto')
  await sees(page, '9 reservkoder kvar')
})
