// A server of the tests' own: a copy of the demo, on a loopback port that the system chose.
import {spawn, execFileSync} from 'node:child_process'
import {once} from 'node:events'
import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const program = process.env.MEDSKAPA ?? fileURLToPath(new URL('../../../build/release/medskapa', import.meta.url))
const patience = 30_000

// "  Översyn ..., Handläggare: http://127.0.0.1:0/inloggning/TOKEN", both processes one after the other.
function linksIn(text) {
  const slugs = ['rus-2050', 'oversyn']
  const links = new Map()
  for (const [, role, path] of text.matchAll(/, (\p{L}+): \S+?(\/inloggning\/\w+)/gu)) {
    const slug = slugs.find(one => !links.has(`${one} ${role}`))
    links.set(`${slug} ${role}`, path)
  }
  return links
}

function listening(server) {
  return new Promise((resolve, reject) => {
    let output = ''
    const late = setTimeout(() => reject(new Error(`the server did not start: ${output}`)), patience)
    const hear = bytes => {
      output += bytes
      const address = output.match(/listening on (\S+)/)?.[1]
      if (!address) return
      clearTimeout(late)
      resolve(address)
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    server.on('exit', code => reject(new Error(`the server ended with ${code}: ${output}`)))
  })
}

// A folder of data, and beside it what was signed last.
const beside = data => [data, `${data}.signed`]
const emptyFolder = () => mkdtempSync(join(tmpdir(), 'medskapa-browser-'))
const remove = data => beside(data).forEach(folder => rmSync(folder, {recursive: true, force: true}))

// Filled once by each file of tests, as that takes longer than most journeys.
let filled
function demo() {
  if (filled) return filled
  const data = emptyFolder()
  process.on('exit', () => remove(data))
  const output = execFileSync(program, ['demo', '--no-serve', '--data', data], {encoding: 'utf8'})
  return filled = {data, links: linksIn(output)}
}

// What the newest mail with a link to somebody's own page holds: no mail leaves a demo. Made of the row's key and the secret.
const tokenOfMail = `
import base64, hmac, sqlite3, sys
data, mail = sys.argv[1:]
[key] = sqlite3.connect(f'file:{data}/medskapa.db?mode=ro', uri=True).execute(
    "SELECT code_key FROM mail WHERE kind = 'own_page_link' AND recipient = ? ORDER BY id DESC LIMIT 1", [mail]).fetchone()
digest = hmac.digest(open(f'{data}/secret', 'rb').read(), f'medskapa.own-link.v1\\n{key}'.encode(), 'sha256')
crockford = str.maketrans('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', '0123456789ABCDEFGHJKMNPQRSTVWXYZ')
print(base64.b32encode(digest).decode().translate(crockford)[:20])`
const ownLink = (data, mail) =>
  `/mina-sidor/lank/${execFileSync('python3', ['-c', tokenOfMail, data, mail], {encoding: 'utf8'}).trim()}`

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const {port} = probe.address()
  await new Promise(closed => { probe.close(closed) })
  return port
}

// Signs in all who are signed in some minutes earlier than they did.
const older = `
import sqlite3, sys
with sqlite3.connect(sys.argv[1] + '/medskapa.db', timeout=20) as site:
    site.execute('UPDATE session SET started_at = started_at - ?1, proved_at = proved_at - ?1', (int(sys.argv[2]) * 60000,))
`

// Browsers make passkeys for names alone, so some tests ask for the server by its name.
async function placeOf(name) {
  if (!name) return {options: ['--listen', '127.0.0.1:0']}
  const port = await freePort()
  const address = `http://${name}:${port}`
  return {address, options: ['--listen', `127.0.0.1:${port}`, '--base-url', address]}
}

/// The signal ends the server too, should a test be given up on. Staff sign in by the provider, where one is given.
export async function startServer(signal, {name, provider} = {}) {
  const {data: original, links} = demo()
  const data = emptyFolder()
  const copies = beside(data)
  beside(original).forEach((folder, i) => cpSync(folder, copies[i], {recursive: true}))
  const place = await placeOf(name)
  const services = provider ? ['--sign-in-services', provider.file] : []
  const server = spawn(program, ['serve', '--data', data, ...place.options, ...services], {signal})
  server.on('error', () => {})
  const ended = new Promise(resolve => server.on('exit', resolve))
  const heard = await listening(server)
  const address = place.address ?? heard
  provider?.open(address)
  return {
    address,
    others: provider ? provider.issuers : [],
    signInsBecomeOlder: minutes => execFileSync('python3', ['-c', older, data, String(minutes)]),
    signInPath: (role, slug = 'oversyn') => links.get(`${slug} ${role}`),
    ownLink: mail => ownLink(data, mail),
    setupPath: () => execFileSync(program, ['setup', '--data', data], {encoding: 'utf8'}).match(/\/installation\/\w+/)[0],
    /// Takes rows in from a file, as the operator does while the site is served.
    import(what, rows) {
      const file = join(data, `${what}.csv`)
      writeFileSync(file, rows)
      execFileSync(program, ['import', what, file, '--process', 'oversyn', '--data', data])
      rmSync(file)
    },
    async close() {
      server.kill('SIGTERM')
      await ended
      remove(data)
    },
  }
}
