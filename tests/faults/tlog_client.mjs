#!/usr/bin/env node
// Reads a log over HTTP as the C2SP specifications say that anybody may: tlog-tiles, signed-note, tlog-checkpoint,
// tlog-cosignature and tlog-proof. Knows nothing of the program that it reads, and uses Node alone.
// Usage: tlog_client.mjs ADDRESS LOG_VKEY WITNESS_VKEY EARLIER_CHECKPOINT RECEIPT
import {createHash, createPublicKey, verify} from 'node:crypto'
import {readFileSync} from 'node:fs'

const [address, logKey, witnessKey, earlierFile, receiptFile] = process.argv.slice(2)

const check = (holds, sentence) => {
  console.log(`${holds ? 'ok' : 'FAILED'}: ${sentence}`)
  if (!holds) process.exit(1)
}

const get = async (path) => {
  const response = await fetch(`${address}/${path}`)
  return {status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer())}
}

// --- RFC 6962
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const leaf = (entry) => sha256(Buffer.of(0), entry)
const node = (left, right) => sha256(Buffer.of(1), left, right)
const half = (n) => 2 ** Math.floor(Math.log2(n - 1))
const root = (leaves) => leaves.length === 0 ? sha256() : leaves.length === 1 ? leaves[0]
  : node(root(leaves.slice(0, half(leaves.length))), root(leaves.slice(half(leaves.length))))
const rootOfProof = (index, size, hash, proof) => {
  if (size === 1) return proof.length === 0 ? hash : null
  if (proof.length === 0) return null
  const split = half(size), rest = proof.slice(0, -1), last = proof.at(-1)
  const below = index < split ? rootOfProof(index, split, hash, rest) : rootOfProof(index - split, size - split, hash, rest)
  return below && (index < split ? node(below, last) : node(last, below))
}

// --- signed-note
const readKey = (vkey) => {
  const [name, id, ...key] = vkey.split('+')
  const bytes = Buffer.from(key.join('+'), 'base64')
  if (sha256(name, '\n', bytes).subarray(0, 4).toString('hex') !== id) throw new Error('the id is not the key\'s')
  const jwk = {kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(1).toString('base64url')}
  return {name, id, type: bytes[0], key: createPublicKey({key: jwk, format: 'jwk'})}
}

const message = (text, type, signature) => type === 1 ? [text, signature]
  : [`cosignature/v1\ntime ${signature.readBigUInt64BE()}\n${text}`, signature.subarray(8)]

/** The text, when those whose keys are known have signed it and none of them wrongly; else null. */
const opened = (note, ...vkeys) => {
  const at = note.lastIndexOf('\n\n')
  const text = note.slice(0, at + 1)
  const lines = note.slice(at + 2).trimEnd().split('\n').map((line) => /^\u2014 (\S+) (\S+)$/u.exec(line))
  if (lines.some((line) => !line)) return null
  const holds = (vkey) => {
    const {name, id, type, key} = readKey(vkey)
    const ours = lines.map(([, who, signature]) => [who, Buffer.from(signature, 'base64')])
      .filter(([who, signature]) => who === name && signature.subarray(0, 4).toString('hex') === id)
    return ours.length > 0 && ours.every(([, whole]) => {
      const [signed, signature] = message(text, type, whole.subarray(4))
      return verify(null, Buffer.from(signed), key, signature)
    })
  }
  return vkeys.every(holds) ? text : null
}

const head = (text) => {
  const [origin, size, top] = text.split('\n')
  return {origin, size: Number(size), root: Buffer.from(top, 'base64')}
}

// --- tlog-tiles
const numbered = (n) => {
  const groups = []
  do { groups.unshift(String(n % 1000).padStart(3, '0')); n = Math.floor(n / 1000) } while (n > 0)
  return groups.map((group, i) => i < groups.length - 1 ? 'x' + group : group).join('/')
}
const pathOf = (kind, index, width) => `tile/${kind}/${numbered(index)}${width < 256 ? `.p/${width}` : ''}`

const file = async (kind, index, width) => {
  const path = pathOf(kind, index, width)
  const {status, headers, bytes} = await get(path)
  if (status !== 200) check(false, `${path} is there (status ${status})`)
  if (headers.get('content-type') !== 'application/octet-stream') check(false, `${path} is binary`)
  if (!/immutable/.test(headers.get('cache-control'))) check(false, `${path} may be kept for ever`)
  return bytes
}

/** All hashes of a level, tile by tile. */
const level = async (height, size) => {
  const count = Math.floor(size / 256 ** height), hashes = []
  for (let first = 0; first < count; first += 256) {
    const width = Math.min(256, count - first)
    const bytes = await file(height, first / 256, width)
    if (bytes.length !== 32 * width) check(false, `${pathOf(height, first / 256, width)} holds ${width} hashes`)
    for (let i = 0; i < width; ++i) hashes.push(bytes.subarray(32 * i, 32 * i + 32))
  }
  return hashes
}

const entries = async (size) => {
  const all = []
  for (let first = 0; first < size; first += 256) {
    const width = Math.min(256, size - first)
    let bytes = await file('entries', first / 256, width)
    for (let i = 0; i < width; ++i) {
      const end = 2 + bytes.readUInt16BE()
      all.push(bytes.subarray(2, end))
      bytes = bytes.subarray(end)
    }
    if (bytes.length !== 0) check(false, `${pathOf('entries', first / 256, width)} ends where an entry does`)
  }
  return all
}

// --- What must hold
const newest = await get('checkpoint')
check(newest.headers.get('content-type') === 'text/plain; charset=utf-8', 'the checkpoint is text in UTF-8')
check(Number(/max-age=(\d+)/.exec(newest.headers.get('cache-control'))?.[1]) <= 10, 'it may be kept for some seconds only')
const note = newest.bytes.toString()
const text = opened(note, logKey, witnessKey)
check(text, 'the log and its witness have signed it')
check(text.split('\n').length === 4, 'it has no lines of extensions')
const {origin, size, root: top} = head(text)
check(origin === readKey(logKey).name, 'its origin is the name of the key')

const stranger = `\u2014 stranger.example.org ${Buffer.concat([Buffer.of(1, 2, 3, 4), Buffer.alloc(64)]).toString('base64')}\n`
const namesake = `\u2014 ${origin} ${Buffer.concat([Buffer.of(1, 2, 3, 4), Buffer.alloc(9)]).toString('base64')}\n`
check(opened(note + stranger + namesake, logKey), 'lines by keys that are not known are ignored')
check(!opened(note.replace(`\n${size}\n`, `\n${size + 1}\n`), logKey), 'a changed text is refused')

const leaves = await level(0, size)
check(root(leaves).equals(top), `the ${size} leaves of the tiles give the root that was signed`)
for (let height = 1, below = leaves; below.length >= 256; ++height) {
  const above = await level(height, size)
  check(above.every((hash, i) => hash.equals(root(below.slice(256 * i, 256 * i + 256)))), `level ${height} follows from the one below`)
  below = above
}
check((await entries(size)).every((entry, i) => leaf(entry).equals(leaves[i])), 'each entry is the one that was hashed')

const earlier = head(opened(readFileSync(earlierFile, 'utf8'), logKey))
check(earlier.size < size && root(leaves.slice(0, earlier.size)).equals(earlier.root), `the log begins with the ${earlier.size} of before`)

const receipt = readFileSync(receiptFile, 'utf8')
const [proof, ...signed] = receipt.slice(receipt.indexOf('c2sp.org/tlog-proof@v1\n')).split('\n\n')
const lines = proof.split('\n').slice(1).filter((line) => !line.startsWith('extra '))
const index = Number(lines[0].replace('index ', ''))
const then = head(opened(signed.join('\n\n'), logKey))
const path = lines.slice(1).map((line) => Buffer.from(line, 'base64'))
check(rootOfProof(index, then.size, leaves[index], path)?.equals(then.root), `the receipt proves entry ${index}`)
check(!rootOfProof(index, then.size, leaves[index === 0 ? 1 : 0], path)?.equals(then.root), 'and no other')

for (const wrong of ['tile/0/999', 'tile/0/000.p/0', 'tile/0/000.p/256', 'tile/0/x000/000', 'tile/64/000', 'tile/0/0',
  'tile/entries/999', 'tile/-1/000', 'tile/0/..%2F..%2Fsecret'])
  check([400, 404].includes((await get(wrong)).status), `there is nothing at ${wrong}`)
