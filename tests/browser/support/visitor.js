// Somebody at a browser, and what went wrong around them that no page shows.
import {strict as assert} from 'node:assert'

// Chromium says so in the console of every page that is not 200, and the page itself is what we look at.
const saysOnlyTheStatus = message => message.text().startsWith('Failed to load resource')

// Only who votes is given a cookie, the key by which they can change their mind, and who comes to their own pages.
const isVote = request => request.method() === 'POST' && new URL(request.url()).pathname.endsWith('/rost')
const isOwn = request => request.method() === 'POST' && new URL(request.url()).pathname.startsWith('/mina-sidor/')
const isVoters = cookie => cookie.name === 'deltar'
// The eID service has its own name in these tests, and its own cookies.
const isOfSigningIn = cookie => cookie.domain === 'localhost' || ['mina', 'inloggning'].includes(cookie.name)

function watch(page, server, visitor) {
  const trouble = text => visitor.troubles.push(text)
  page.on('pageerror', error => trouble(`script: ${error.message}`))
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type()) && !saysOnlyTheStatus(message)) trouble(`console: ${message.text()}`)
  })
  page.on('request', request => {
    if (![server.address, ...server.others].includes(new URL(request.url()).origin)) trouble(`another host: ${request.url()}`)
  })
  page.on('response', response => {
    if (response.status() >= 500) trouble(`${response.status()}: ${response.url()}`)
    if (response.status() >= 400 && !response.request().isNavigationRequest()) trouble(`${response.status()}: ${response.url()}`)
    if (!visitor.isStaff && !visitor.hasEid && !isVote(response.request()) && !isOwn(response.request()) && response.headers()['set-cookie']) trouble(`a reader was given a cookie: ${response.url()}`)
  })
}

export async function visit(browser, server, {scripts = 'on', isStaff = false, hasEid = false, ...options} = {}) {
  const context = await browser.newContext({
    baseURL: server.address, locale: 'sv-SE', timezoneId: 'Europe/Stockholm', viewport: {width: 1280, height: 900},
    javaScriptEnabled: scripts === 'on', reducedMotion: 'reduce', ...options,
  })
  context.setDefaultTimeout(5_000)
  const visitor = {context, isStaff, hasEid, troubles: []}
  visitor.page = await context.newPage()
  watch(visitor.page, server, visitor)
  visitor.leave = async () => {
    const cookies = isStaff ? [] : (await context.cookies()).filter(cookie => !isVoters(cookie) && !(hasEid && isOfSigningIn(cookie)))
    await context.close()
    assert.deepEqual(visitor.troubles, [])
    assert.deepEqual(cookies, [])
  }
  return visitor
}

export async function signIn(browser, server, role, options = {}) {
  const visitor = await visit(browser, server, {...options, isStaff: true})
  await visitor.page.goto(server.signInPath(role, options.slug))
  await visitor.page.getByRole('button', {name: 'Logga in'}).click()
  return visitor
}
