// A person's way through the site, walked once with scripts and once without, each on a server of its own.
import {mkdir} from 'node:fs/promises'
import {after, before, test} from 'node:test'
import {fileURLToPath} from 'node:url'
import {launch} from './chromium.js'
import {startServer} from './server.js'
import {signIn, visit} from './visitor.js'

const out = fileURLToPath(new URL('../out/', import.meta.url))
let browser

before(async () => { browser = await launch() })
after(() => browser.close())

async function pictured(visitors, name) {
  await mkdir(out, {recursive: true})
  for (const [i, {page}] of visitors.entries())
    await page.screenshot({path: `${out}${name.replaceAll(/[^\wåäö]+/g, '-')}-${i}.png`, fullPage: true}).catch(() => {})
}

async function walk(name, scripts, way, {signal, place, startProviders}) {
  const provider = await startProviders?.()
  const server = await startServer(signal, {...place, provider})
  const visitors = []
  const come = async coming => visitors[visitors.push(await coming) - 1].page
  try {
    await way({
      server, scripts,
      citizen: options => come(visit(browser, server, {scripts, ...options})),
      colleague: () => come(visit(browser, server, {scripts, isStaff: true})),
      staff: (role, options) => come(signIn(browser, server, role, {scripts, ...options})),
    })
    for (const visitor of visitors) await visitor.leave()
  } catch (error) {
    await pictured(visitors, `${name} ${scripts}`)
    throw error
  } finally {
    await Promise.all(visitors.map(({context}) => context.close()))
    await server.close()
    provider?.close()
  }
}

/// `place`: at which name the server is asked; `startProviders`: of sign-ins, for journeys in which staff sign in by one.
export function journey(name, way, {only, place, startProviders, minutes = 1} = {}) {
  for (const scripts of only ? [only] : ['on', 'off'])
    test(`${name} (scripts ${scripts})`, {timeout: minutes * 60_000},
      ({signal}) => walk(name, scripts, way, {signal, place, startProviders}))
}
