#pragma once

#include "engine/openlog/audit/source.hpp"
#include "engine/openlog/tree/proof.hpp"

namespace medskapa::openlog {

/// A file to publish, by its path below the log's address.
struct File {
    std::string path;
    std::string bytes;

    bool operator==(const File&) const = default;
};

/// Grows a log: entries in, files out. The same entries give the same files, however they are shared out
/// over calls of files(). Holds the tree's right edge only: at most 256 hashes a level and 256 entries.
class Builder {
public:
    Builder() = default;
    /// Goes on where a published tree ends. Throws BrokenFile; check head() against what was signed last.
    explicit Builder(const Source& published);

    /// Throws std::length_error for an entry above 65 535 bytes. O(1) hashes on average.
    void append(std::string_view entry);

    std::uint64_t size() const { return size_; }
    TreeHead head() const;
    /// The tiles and bundles that became full since the last call of this or files(): they never change
    /// again.
    std::vector<File> full_files();
    /// Those, and the partial ones of the tree as it is now. Write them all before a checkpoint of head() is
    /// signed.
    std::vector<File> files();

private:
    void append_hash(unsigned level, const Digest&);

    std::uint64_t size_ = 0;
    std::vector<std::vector<Digest>> edge_;  // by level: the hashes of the tile that is not full yet
    std::string bundle_;                     // entries of the bundle that is not full yet
    std::vector<File> full_;
};

}  // namespace medskapa::openlog
