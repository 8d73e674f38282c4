// A server of the tests' own: the demo, filled afresh, on a loopback port that the system chose.
import {spawn, execFileSync} from 'node:child_process'
import {mkdtemp, rm} from 'node:fs/promises'
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
      resolve({address, links: linksIn(output)})
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    server.on('exit', code => reject(new Error(`the server ended with ${code}: ${output}`)))
  })
}

/// The signal ends the server too, should a test be given up on.
export async function startServer(signal) {
  const data = await mkdtemp(join(tmpdir(), 'medskapa-browser-'))
  const server = spawn(program, ['demo', '--data', data, '--listen', '127.0.0.1:0'], {signal})
  server.on('error', () => {})
  const ended = new Promise(resolve => server.on('exit', resolve))
  const {address, links} = await listening(server)
  return {
    address,
    signInPath: (role, slug = 'oversyn') => links.get(`${slug} ${role}`),
    setupPath: () => execFileSync(program, ['setup', '--data', data], {encoding: 'utf8'}).match(/\/installation\/\w+/)[0],
    async close() {
      server.kill('SIGTERM')
      await ended
      await rm(data, {recursive: true, force: true})
    },
  }
}
