// Providers of sign-ins (OpenID Connect) of the tests' own: the package oidc-provider, with people who sign in by a button.
import {generateKeyPairSync} from 'node:crypto'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import Provider from 'oidc-provider'

const people = {
  eva: {name: 'Eva', email: 'eva@region.example'},
  bo: {name: 'Bo', email: 'bo@region.example'},
}
const services = [
  {name: 'regionen', label: 'regionens konto', alg: 'RS256'},
  {name: 'kommunen', label: 'kommunens konto', alg: 'ES256'},
  {name: 'eid', label: 'e-legitimation', alg: 'ES256', comers: 'participants', path: '/mina-sidor/hos/eid/svar'},
]
const secret = 'a secret of the tests, with: signs & more'
const pairs = {RS256: ['rsa', {modulusLength: 2048}], ES256: ['ec', {namedCurve: 'P-256'}]}
const key = alg => ({...generateKeyPairSync(...pairs[alg]).privateKey.export({format: 'jwk'}), alg, use: 'sig', kid: alg})

const page = body => `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Inloggning</title><h1>Vem är du?</h1>${body}`
const buttons = page(`<form method="post">${Object.entries(people).map(([id, {name}]) =>
  `<button name="who" value="${id}">${name}</button>`).join('')}<button name="who" value="">Avbryt</button></form>`)

function configuration(address, {name, alg, path}) {
  return {
    clients: [{
      client_id: name, client_secret: secret, redirect_uris: [`${address}${path ?? `/inloggning/hos/${name}/svar`}`],
      response_types: ['code'], grant_types: ['authorization_code'], id_token_signed_response_alg: alg,
    }],
    jwks: {keys: [key('RS256'), key('ES256')]},
    pkce: {required: () => true},
    scopes: ['openid', 'email'],
    claims: {openid: ['sub'], email: ['email'], auth_time: null},
    cookies: {keys: ['of the tests'], names: {session: name, interaction: `${name}-who`, resume: `${name}-on`}},
    ttl: Object.fromEntries(['Interaction', 'Grant', 'Session', 'AccessToken', 'IdToken'].map(kind => [kind, 600])),
    features: {devInteractions: {enabled: false}},
    interactions: {url: (context, {uid}) => `/who/${uid}`},
    findAccount: (context, id) => people[id] && {accountId: id, claims: () => ({sub: id, email: people[id].email})},
  }
}

async function fieldOf(request, name) {
  const parts = []
  for await (const part of request) parts.push(part)
  return new URLSearchParams(Buffer.concat(parts).toString()).get(name)
}

async function whoIsIt(provider, request, response) {
  if (request.method === 'GET') return response.setHeader('Content-Type', 'text/html; charset=utf-8').end(buttons)
  const who = await fieldOf(request, 'who')
  if (!who) return provider.interactionFinished(request, response, {error: 'access_denied'})
  const {params} = await provider.interactionDetails(request, response)
  const grant = new provider.Grant({accountId: who, clientId: params.client_id})
  grant.addOIDCScope('openid email')
  const consent = {grantId: await grant.save()}
  return provider.interactionFinished(request, response, {login: {accountId: who}, consent}, {mergeWithLastSubmission: false})
}

// Another host than the site's, as in the world: what the browser carries there and back is put to the test.
async function startIssuer(service) {
  let provider
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return response.writeHead(204).end()
    const answer = request.url.startsWith('/who/') ? whoIsIt(provider, request, response) : provider.callback()(request, response)
    return Promise.resolve(answer).catch(error => response.writeHead(500).end(String(error)))
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://localhost:${server.address().port}`
  return {
    ...service, issuer,
    open(address) { provider = new Provider(issuer, configuration(address, service)) },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/// The `file` is what the server is started with, and `open` is called with the server's address before anybody comes.
export async function startProviders() {
  const issuers = await Promise.all(services.map(startIssuer))
  const folder = mkdtempSync(join(tmpdir(), 'medskapa-provider-'))
  const [file, secretFile] = [join(folder, 'services.toml'), join(folder, 'secret')]
  writeFileSync(secretFile, `${secret}\n`, {mode: 0o600})
  writeFileSync(file, issuers.map(({name, label, issuer, comers}) => `[${name}]\nissuer = "${issuer}"\nclient-id = "${name}"
secret-file = "${secretFile}"\nlabel-sv = "${label}"\nfor = "${comers ?? 'staff'}"\n`).join('\n'))
  return {
    file, issuers: issuers.map(({issuer}) => issuer),
    open(address) { issuers.forEach(one => one.open(address)) },
    close() {
      issuers.forEach(one => one.close())
      rmSync(folder, {recursive: true})
    },
  }
}
