#pragma once

#include "engine/openlog/tree/tile.hpp"

#include <map>
#include <stdexcept>

namespace medskapa::openlog {

/// The bytes of a published file by its path below the log's address, such as "checkpoint" or
/// "tile/0/000.p/5": from a folder, over HTTP, out of memory. Nothing when there is no such file.
using Fetch = std::function<std::optional<std::string>(const std::string& path)>;

/// A file that the log must have is not there, or cannot be what it should be.
class BrokenFile : public std::runtime_error {
public:
    explicit BrokenFile(const std::string& path)
        : std::runtime_error{"The log lacks the file " + path + ", or it is broken"}, path_{path} {}
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// What a log published, for a tree of one size. Nothing is authenticated: check what is made of it against a
/// signed root. Where a partial file is gone, the full one that replaced it is read. All throw BrokenFile.
class Source {
public:
    /// The tree must be one that the log has signed.
    Source(std::uint64_t size, Fetch fetch) : size_{size}, fetch_{std::move(fetch)} {}

    std::uint64_t size() const { return size_; }
    std::vector<Digest> hashes(unsigned level, std::uint64_t index) const;
    /// Entries 256 * index and on, at most 256.
    std::vector<std::string> entries(std::uint64_t index) const;
    std::string entry(std::uint64_t index) const;

    /// Complete subtrees' hashes. Each tile is read once for each call of nodes(). Outlived by the source.
    Nodes nodes() const;

private:
    std::uint64_t size_;
    Fetch fetch_;
};

}  // namespace medskapa::openlog
