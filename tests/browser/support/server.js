// A server of the tests' own: a copy of the demo, on a loopback port that the system chose.
import {spawn, execFileSync} from 'node:child_process'
import {cpSync, mkdtempSync, rmSync} from 'node:fs'
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

/// The signal ends the server too, should a test be given up on. Staff sign in by the provider, where one is given.
export async function startServer(signal, provider) {
  const {data: original, links} = demo()
  const data = emptyFolder()
  const copies = beside(data)
  beside(original).forEach((folder, i) => cpSync(folder, copies[i], {recursive: true}))
  const services = provider ? ['--sign-in-services', provider.file] : []
  const server = spawn(program, ['serve', '--data', data, '--listen', '127.0.0.1:0', ...services], {signal})
  server.on('error', () => {})
  const ended = new Promise(resolve => server.on('exit', resolve))
  const address = await listening(server)
  provider?.open(address)
  return {
    address,
    others: provider ? [provider.issuer] : [],
    signInPath: (role, slug = 'oversyn') => links.get(`${slug} ${role}`),
    setupPath: () => execFileSync(program, ['setup', '--data', data], {encoding: 'utf8'}).match(/\/installation\/\w+/)[0],
    async close() {
      server.kill('SIGTERM')
      await ended
      remove(data)
    },
  }
}
