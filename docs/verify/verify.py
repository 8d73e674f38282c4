#!/usr/bin/env python3
"""Checks Medskapa's open log without any of Medskapa's code: Python's standard library is all it needs.
  verify.py log URL|FOLDER [VKEY] [EARLIER_CHECKPOINT]   read everything, compute the root, check who signed it
  verify.py receipt FILE [VKEY]                          is the receipt's entry in the tree that was signed?
Formats: RFC 6962 (tree), C2SP tlog-tiles, tlog-checkpoint, signed-note and tlog-proof (files), RFC 8032 (Ed25519).
"""
import base64, hashlib, hmac, pathlib, sys, urllib.request

def sha256(data): return hashlib.sha256(data).digest()
def b64(text): return base64.b64decode(text, validate=True)
def need(holds, why):
    if not holds: raise ValueError(why)

# --- Ed25519: does a public key's owner stand behind a message? Points are kept as (x, y, z, x*y/z).
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    return (b - a) * (d - c) % P, (d + c) * (b + a) % P, (d - c) * (d + c) % P, (b - a) * (b + a) % P
def times(n, p):
    return add(times(n >> 1, add(p, p)), p if n & 1 else (0, 1, 1, 0)) if n else (0, 1, 1, 0)
def point(data):
    y, sign = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    need(len(data) == 32 and y < P, "no point of the curve")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P: x = x * pow(2, (P - 1) // 4, P) % P
    need((x * x - square) % P == 0 and (x or not sign), "no point of the curve")
    if x & 1 != sign: x = P - x
    return x, y, 1, x * y % P
BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
def is_signed(public_key, message, signature):
    need(len(signature) == 64, "no signature")
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little") % L
    a, b = times(s, BASE), add(point(signature[:32]), times(k, point(public_key)))
    return s < L and (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0

# --- The tree: a leaf and a node are hashed with different first bytes, so that neither can pass for the other.
def leaf(entry): return sha256(b"\0" + entry)
def node(left, right): return sha256(b"\1" + left + right)
def root(leaves):
    row = list(leaves) or [sha256(b"")]
    while len(row) > 1:  # a last one without a neighbour moves up as it is
        row = [node(*row[i:i + 2]) if i + 1 < len(row) else row[i] for i in range(0, len(row), 2)]
    return row[0]
def climb(at, last, proof):
    """Each hash of a proof from below, and whether it stands to the left of what is known."""
    for other in proof:
        need(last, "the proof is too long")
        is_left = at & 1 or at == last
        yield other, is_left
        while is_left and not at & 1 and at: at, last = at >> 1, last >> 1
        at, last = at >> 1, last >> 1
    need(not last, "the proof is too short")
def check_included(index, size, hashed, proof, top):
    need(index < size, "there is no such entry")
    for other, is_left in climb(index, size - 1, proof):
        hashed = node(other, hashed) if is_left else node(hashed, other)
    need(hashed == top, "the entry is not in the tree")
def check_consistent(size1, root1, size2, root2, proof):
    need(0 < size1 <= size2 and (size1 < size2 or not proof), "nothing can be proved")
    if size1 & size1 - 1 == 0: proof = [root1] + proof  # a complete old tree is a node of the new one
    need(proof, "the proof is too short")
    at, last, old, new = size1 - 1, size2 - 1, proof[0], proof[0]
    while at & 1: at, last = at >> 1, last >> 1
    for other, is_left in climb(at, last, proof[1:]):
        if is_left: old = node(other, old)
        new = node(other, new) if is_left else node(new, other)
    need((old, new) == (root1, root2), "there are two histories")

# --- Signed notes and checkpoints
def read_key(vkey):
    name, key_id, key = vkey.split("+", 2)
    key = b64(key)
    need(name and len(key) == 33 and key[0] == 1, "no Ed25519 key of a log")
    need(sha256(name.encode() + b"\n" + key)[:4].hex() == key_id, "the key's id is not the key's")
    return name, bytes.fromhex(key_id), key[1:]
def check_note(note, *vkeys):
    text, _, lines = note.rpartition("\n\n")
    said = [(line.split(" ")[1], b64(line.split(" ")[2])) for line in lines.splitlines()]
    ours = [(key, one[4:]) for *owner, key in map(read_key, vkeys) for who, one in said if [who, one[:4]] == owner]
    need(ours and all(is_signed(key, (text + "\n").encode(), one) for key, one in ours), f"not signed by {vkeys[-1]}")
    return text + "\n"
def read_checkpoint(body): return (lines := body.split("\n"))[0], int(lines[1]), b64(lines[2])

# --- What one can ask
def read_entries(fetch, size):
    for number in range((size + 255) // 256):
        path, rest, width = f"{number % 1000:03}", number // 1000, min(256, size - number * 256)
        while rest: path, rest = f"x{rest % 1000:03}/{path}", rest // 1000
        data = fetch(f"tile/entries/{path}" + (f".p/{width}" if width < 256 else ""))
        while data:
            end = 2 + int.from_bytes(data[:2], "big")
            need(end <= len(data), f"bundle {number} is broken")
            yield data[2:end]
            data = data[end:]
def check_log(place, vkey=None, earlier=None):
    def fetch(path):
        if not place.startswith("http"): return (pathlib.Path(place) / path).read_bytes()
        return urllib.request.urlopen(place.rstrip("/") + "/" + path).read()
    origin, size, top = read_checkpoint(note := fetch("checkpoint").decode())
    entries = list(read_entries(fetch, size))
    leaves = [leaf(entry) for entry in entries]
    need(len(leaves) == size and root(leaves) == top, "the entries do not give the root that was signed")
    newest, keys = {}, [line[5:] for line in entries[0].decode().splitlines() if line.startswith("vkey ")]
    for index, entry in enumerate(entries):
        lines = dict(line.split(" ", 1) for line in entry.decode().splitlines()[1:])
        need(lines.get("prev", "-") == newest.get(lines.get("object"), "-"), f"the chain is broken at entry {index}")
        if "object" in lines: newest[lines["object"]] = str(index)
        if lines["type"] == "key.rotated":  # signed by the key before it
            said = f"medskapa.log/v1 key.rotated\n{keys[-1]}\n{lines['vkey']}\n".encode()
            need(is_signed(read_key(keys[-1])[2], said, b64(lines["signature"])), f"entry {index}: not a key of the log's")
            keys.append(lines["vkey"])
    need(vkey in [None, *keys] and keys[-1].startswith(origin + "+") and check_note(note, keys[-1]), "another log has signed")
    if earlier:
        _, old, old_top = read_checkpoint(check_note(pathlib.Path(earlier).read_text(), *keys))
        need(old <= size and root(leaves[:old]) == old_top, "there are two histories")
    print(f"{origin}: {size} entries, and the root is as signed" + ("" if vkey else "; the log itself named its key"))
def commitment(salt, label, value):
    message = b"medskapa.commit.v1\0" + len(label.encode()).to_bytes(2, "big") + label.encode() + value
    return hmac.digest(salt, message, "sha256")
def check_receipt(path, vkey=None):
    text = pathlib.Path(path).read_text()
    start = ("\n" + text).index("\nc2sp.org/tlog-proof@v1\n")
    head, _, note = text[start:].partition("\n\n")
    lines = [line.split(" ") for line in head.splitlines()[1:]]
    need(lines[0][0] == "extra", "the proof does not hold its entry")
    said = [line.split(" ") for line in b64(lines[0][1]).decode().splitlines()]
    one = {words[0]: words[-1] for words in said}
    _, size, top = read_checkpoint(check_note(note, vkey or one["vkey"]))
    entry = b64(one["entry"])
    check_included(int(lines[1][1]), size, leaf(entry), [b64(line[0]) for line in lines[2:]], top)
    fields = dict(line.split(" ", 1) for line in entry.decode().splitlines()[1:])
    for _, label, salt, value in (words for words in said if words[0] == "open"):
        made = commitment(b64(salt), label, b64(value))
        if "vote" in one:  # its commitment is in a tree of its own, whose root is in the entry
            proof = [b64(words[1]) for words in said if words[0] == "sibling"]
            check_included(int(one["vote"]), int(fields["count"]), leaf(made), proof, b64(fields["root"]))
        else:
            line = f"commit {label} {base64.b64encode(made).decode()}"
            need(line in entry.decode().splitlines(), f"the entry stands for another {label}")
        print(f"{label}: {b64(value).decode()}")
    words = lambda lines: [line.rstrip() for line in lines if line.strip()]
    opened = {m[1]: b64(m[3]).decode() for m in said if m[0] == "open"}
    meant = words((opened.get("title", "") + "\n" + opened.get("text", "")).split("\n"))
    quoted = words(line[4:] for line in text[:start].split("\n") if line[:4] == "    ")
    need(not quoted or not meant or quoted == meant, "the words in the file have been altered")
    print(f"is in the log, signed:\n{entry.decode()}" + ("" if vkey else "The receipt itself named the key."))

if __name__ == "__main__":
    asked = {"log": check_log, "receipt": check_receipt}.get(sys.argv[1] if len(sys.argv) > 2 else "")
    if not asked: sys.exit(__doc__)
    try: asked(*sys.argv[2:])
    except (ValueError, LookupError, StopIteration, OSError) as error: sys.exit(f"It does not hold: {error}")
