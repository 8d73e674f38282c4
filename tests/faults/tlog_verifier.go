// A log read with Go's own verifier of transparency logs (golang.org/x/mod, as Debian has it), which knows nothing of the
// program that it reads: signature, root, every entry, and that it continues an earlier checkpoint.
// usage: tlog_verifier ADDRESS|FOLDER LOG_VKEY [EARLIER_CHECKPOINT]
package main

import (
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// log is both where its files lie and a tlog.TileReader. A file is fetched once.
type log struct {
	place string
	files map[string][]byte
}

func (l *log) read(path string) (bytes []byte, err error) {
	if known, ok := l.files[path]; ok {
		return known, nil
	}
	if !strings.HasPrefix(l.place, "http") {
		bytes, err = os.ReadFile(l.place + "/" + path)
	} else if answer, problem := http.Get(l.place + "/" + path); problem != nil {
		return nil, problem
	} else {
		defer answer.Body.Close()
		if answer.StatusCode != http.StatusOK {
			return nil, fmt.Errorf("%s: %s", path, answer.Status)
		}
		bytes, err = io.ReadAll(io.LimitReader(answer.Body, 64<<20))
	}
	l.files[path] = bytes
	return bytes, err
}

func (l *log) Height() int                     { return height }
func (l *log) SaveTiles([]tlog.Tile, [][]byte) {}

// ReadTiles knows that tlog-tiles leaves the height out of its paths.
func (l *log) ReadTiles(tiles []tlog.Tile) (all [][]byte, err error) {
	for _, tile := range tiles {
		bytes, err := l.read("tile/" + strings.TrimPrefix(tile.Path(), "tile/8/"))
		if err != nil {
			return nil, err
		}
		all = append(all, bytes)
	}
	return all, nil
}

// head is what a checkpoint says, when the log's key has signed it.
func head(checkpoint []byte, key note.Verifier) tlog.Tree {
	opened, err := note.Open(checkpoint, note.VerifierList(key))
	check(err, "the checkpoint is signed by the log's key")
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err, "its size is a number")
	root, err := tlog.ParseHash(lines[2])
	check(err, "its root is a hash")
	demand(lines[0] == key.Name(), "its origin is the key's name")
	return tlog.Tree{N: size, Hash: root}
}

// checkEntries compares each entry with the tree's leaf, which the reader has proved to follow from the root.
func checkEntries(l *log, tree tlog.Tree, hashes tlog.HashReader) {
	for first := int64(0); first < tree.N; first += 1 << height {
		bundle := tlog.Tile{H: height, L: -1, N: first >> height, W: 1 << height}
		if left := tree.N - first; left < 1<<height {
			bundle.W = int(left)
		}
		bytes, err := l.read("tile/entries/" + strings.TrimPrefix(bundle.Path(), "tile/8/data/"))
		check(err, "the entries can be read")
		for place := first; place < first+int64(bundle.W); place++ {
			length := 2 + int(binary.BigEndian.Uint16(bytes))
			leaf, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, place)})
			check(err, "the leaf follows from the root")
			demand(leaf[0] == tlog.RecordHash(bytes[2:length]), fmt.Sprint("entry ", place, " is the one that was hashed"))
			bytes = bytes[length:]
		}
	}
}

func check(err error, what string) { demand(err == nil, fmt.Sprint(what, ": ", err)) }

func demand(holds bool, what string) {
	if !holds {
		fmt.Println("FAILED:", what)
		os.Exit(1)
	}
}

func main() {
	l := &log{strings.TrimSuffix(os.Args[1], "/"), map[string][]byte{}}
	key, err := note.NewVerifier(os.Args[2])
	check(err, "the key is one")
	checkpoint, err := l.read("checkpoint")
	check(err, "there is a checkpoint")
	tree := head(checkpoint, key)
	hashes := tlog.TileHashReader(tree, l)
	checkEntries(l, tree, hashes)
	if len(os.Args) > 3 {
		earlier, err := os.ReadFile(os.Args[3])
		check(err, "the earlier checkpoint can be read")
		before := head(earlier, key)
		proof, err := tlog.ProveTree(tree.N, before.N, hashes)
		check(err, "there is a proof from the earlier checkpoint")
		check(tlog.CheckTree(proof, tree.N, tree.Hash, before.N, before.Hash), "the log continues it")
	}
	fmt.Printf("ok: %d entries of %s, in %d files\n", tree.N, key.Name(), len(l.files))
}
