#!/usr/bin/env python3
"""Runs the published test vectors through verify.py: vectors.py FOLDER"""
import base64, hashlib, json, pathlib, sys
from verify import *

def holds(check, *arguments):
    try: check(*arguments)
    except ValueError: return False
    return True

def hashes(proof): return [b64(one) for one in proof or []]
def lines(path): return [json.loads(line) for line in path.read_text().splitlines()]

def inclusion(path):
    for case in lines(path):
        arguments = case["leafIdx"], case["treeSize"], b64(case["leafHash"]), hashes(case["proof"]), b64(case["root"])
        yield case["case"], len(arguments[2]) == 32 and holds(check_included, *arguments) != case["wantErr"] or (
            len(arguments[2]) != 32 and case["wantErr"])

def consistency(path):
    for case in lines(path):
        arguments = case["size1"], b64(case["root1"]), case["size2"], b64(case["root2"]), hashes(case["proof"])
        yield case["case"], holds(check_consistent, *arguments) != case["wantErr"]

# The digests of draft-ietf-plants-merkle-tree-certs: over every subtree [s, e), and every proof, of trees up to 130.
LEAVES = [leaf(bytes([i])) for i in range(130)]
ROOTS = {(s, e): root(LEAVES[s:e]) for e in range(131) for s in range(e + 1)}
def half(size): return 1 << (size - 1).bit_length() - 1
SUBTREES = [[s for s in range(e + 1) if s % (half(e - s) * 2 if e - s > 1 else 1) == 0] for e in range(131)]

def proof(part, whole, known=True):
    """RFC 6962, 2.1.1 and 2.1.2, for any subtree."""
    if part == whole: return [] if known else [ROOTS[part]]
    (begin, end), (s, e) = part, whole
    middle = s + half(e - s)
    if end <= middle: return proof(part, (s, middle), known) + [ROOTS[middle, e]]
    if begin >= middle: return proof(part, (middle, e), known) + [ROOTS[s, middle]]
    return proof((middle, end), (middle, e), False) + [ROOTS[s, middle]]

def digest(rows):
    return sha256("".join(" ".join([name] + [one.hex() for one in found]) + "\n" for name, found in rows).encode()).hex()

def accumulated(case):
    spans = [(s, e) for e in range(131) for s in SUBTREES[e]]
    yield "subtrees", case["subtree_hashes_sha256"] == digest((f"[{s}, {e})", [ROOTS[s, e]]) for s, e in spans)
    yield "inclusion", case["inclusion_proofs_sha256"] == digest(
        (f"{i} [{s}, {e})", proof((i, i + 1), (s, e))) for s, e in spans for i in range(s, e))
    yield "consistency", case["consistency_proofs_sha256"] == digest(
        (f"[{s}, {e}) {n}", proof((s, e), (0, n)) if s < e else []) for n in range(131) for e in range(n + 1)
        for s in SUBTREES[e])

def basic(path):
    case = json.loads(path.read_text())
    inputs = [leaf(bytes.fromhex(one)) for one in case["leaf_inputs_hex"]]
    for size, wanted in enumerate(case["root_hash_hex_by_size"]): yield f"root {size}", root(inputs[:size]).hex() == wanted
    yield "leaf", leaf(b"L123456").hex() == case["leaf_hash_L123456"]
    yield "node", node(b"N123", b"N456").hex() == case["node_hash_N123_N456"]
    golden = case["checkpoint_body_golden"]
    wanted = golden["origin"], golden["size"], leaf(golden["record"].encode())
    yield "checkpoint", read_checkpoint(golden["text"]) == wanted
    yield from accumulated(case["accumulated_130"])

def signed_notes(path):
    for case in json.loads(path.read_text()):
        vkey = case["vkey"]
        yield case["source"], holds(check_note, case["note"], vkey) == case["valid"]
        parts = [vkey[i:j] for i in range(len(vkey)) for j in range(i, len(vkey) + 1) if j - i < len(vkey)]
        raised = [vkey[:i] + chr(ord(vkey[i]) + 1) + vkey[i + 1:] for i in range(len(vkey))]
        yield vkey, not any(holds(read_key, one) for one in parts + raised)

def own(path):
    case = json.loads(path.read_text())
    for one in case["commitments"] + [dict(vote, label="vote") for vote in case["votes"]]:
        made = commitment(bytes.fromhex(one["salt_hex"]), one["label"], one["value_utf8"].encode())
        yield one["label"], made == b64(one["commit_b64"])
    votes = sorted(b64(vote["commit_b64"]) for vote in case["votes"])
    yield "votes", root(map(leaf, votes)) == b64(case["vote_batch_root_b64"])
    entries = [entry.encode() for entry in case["entries_utf8"]]
    leaves = [leaf(entry) for entry in entries]
    yield "leaves", [one.hex() for one in leaves] == case["leaf_hashes_hex"]
    yield "tile", b"".join(leaves).hex() == case["tile_0_000_p_5_hex"]
    bundle = b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)
    yield "bundle", sha256(bundle).hex() == case["entries_000_p_5_sha256"]
    yield "bundle read", list(read_entries({"tile/entries/000.p/5": bundle}.get, 5)) == entries
    heads = [read_checkpoint(check_note(case[f"checkpoint_{size}"], case["vkey"])) for size in (3, 5)]
    yield "roots", [top for _, _, top in heads] == [root(leaves[:3]), root(leaves)]
    yield "consistency", holds(check_consistent, 3, heads[0][2], 5, heads[1][2], hashes(case["consistency_3_5_b64"]))
    head, _, note = case["tlog_proof_index_1"].partition("\n\n")
    yield "proof", note == case["checkpoint_5"] and holds(
        check_included, 1, 5, leaves[1], hashes(head.splitlines()[2:]), heads[1][2])

if __name__ == "__main__":
    all_passed = all_failed = 0
    for name, run in {"rfc6962-basic.json": basic, "rfc6962-inclusion.jsonl": inclusion,
                      "rfc6962-consistency.jsonl": consistency, "signed-notes.json": signed_notes,
                      "medskapa-log-v1-example.json": own}.items():
        results = list(run(pathlib.Path(sys.argv[1]) / name))
        failed = [case for case, passed in results if not passed]
        print(f"{name}: {len(results) - len(failed)} passed, {len(failed)} failed", *failed)
        all_passed, all_failed = all_passed + len(results) - len(failed), all_failed + len(failed)
    print(f"{all_passed} passed, {all_failed} failed")
    sys.exit(bool(all_failed))
