// A member of staff ties the region's account to theirs, signs in by it, and shows by it once more who they are.
import {strict as assert} from 'node:assert'
import {journey} from './support/journey.js'
import {manners, violations} from './support/look.js'
import {startProviders} from './support/provider.js'
import {follow, heading, press, sees} from './support/sv.js'

const services = '/konto/inloggningstjanster'
const tie = label => `Logga in med ${label} och koppla det till ditt konto`

async function looksRight(page, scripts) {
  if (scripts === 'on') assert.deepEqual(await violations(page, manners[0].rules), [])
}

journey('a member of staff ties two accounts to theirs and signs in by each', async ({staff, scripts}) => {
  const page = await staff('Processledare')
  await page.goto('/konto')
  await sees(page, 'Du loggar inte in med regionens konto här.')
  await follow(page, 'Ändra dina inloggningstjänster')
  await looksRight(page, scripts)
  for (const label of ['regionens konto', 'kommunens konto']) {
    await follow(page, tie(label))
    await press(page, 'Eva')
    assert.equal(new URL(page.url()).pathname, services)
    await sees(page, `Du kan logga in med ${label} sedan`)
  }
  for (const label of ['regionens konto', 'kommunens konto']) {
    await page.goto('/processer/oversyn/handlaggning')
    await press(page, 'Logga ut')
    await page.goto('/inloggning')
    await looksRight(page, scripts)
    await follow(page, `Logga in med ${label}`)
    assert.equal(new URL(page.url()).pathname, '/processer/oversyn/handlaggning')
    await page.goto('/konto')
    await sees(page, 'Med en inloggningstjänst')
  }
}, {startProviders})

journey('who cancels, or is tied to nobody, reads what to do and comes no further', async ({colleague, scripts}) => {
  const page = await colleague()
  await page.goto('/inloggning')
  await follow(page, 'Logga in med regionens konto')
  await press(page, 'Avbryt')
  await sees(page, 'Inloggningen med regionens konto avbröts')
  await looksRight(page, scripts)
  await follow(page, 'Logga in med regionens konto')
  await press(page, 'Bo')
  await sees(page, 'Ingen här har kopplat sitt konto')
  await page.goto('/konto')
  assert.notEqual(await heading(page).innerText(), 'Ditt konto')
}, {startProviders})

journey('a member of staff shows by the service once more who they are', async ({staff, server}) => {
  // As on a device of somebody else's: the service knows nobody there.
  const begin = async page => {
    await page.context().clearCookies({domain: 'localhost'})
    await page.goto('/inloggning/hos/regionen/bekraftelse')
    await sees(page, 'Vem är du?')
  }
  const page = await staff('Processledare')
  await page.goto(services)
  await follow(page, tie('regionens konto'))
  await press(page, 'Eva')
  await begin(page)
  await press(page, 'Bo')
  await sees(page, 'Du loggade in med ett annat konto än ditt')
  await begin(page)
  await press(page, 'Eva')
  assert.equal(new URL(page.url()).origin, server.address)
  assert.equal(await heading(page).innerText(), 'Du har visat vem du är')
}, {startProviders})
