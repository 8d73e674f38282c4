#include "store/files/checked_log.hpp"

#include "engine/openlog/audit/tile_check.hpp"
#include "store/files/log_folder.hpp"

#include <sys/stat.h>
#include <algorithm>
#include <array>
#include <chrono>

namespace medskapa::store {
namespace {

constexpr std::size_t most_remembered = 100'000;
constexpr std::array checkpoints{"checkpoint", "checkpoint.unwitnessed"};

bool is_checkpoint(const std::string& path) {
    return std::find(checkpoints.begin(), checkpoints.end(), path) != checkpoints.end();
}

[[noreturn]] void refuse(const std::string& path) {
    throw DamagedLog{
        "The published log's file " + path +
        " is not what was signed. It is not given out. Restart the server, which writes the log's "
        "files again from the database, and run medskapa doctor"};
}

/// Whether a later change would have another time: the system's clock for files moves in steps.
bool is_settled(std::int64_t changed) {
    constexpr std::chrono::seconds long_enough{2};
    return std::chrono::system_clock::now().time_since_epoch() - std::chrono::nanoseconds{changed} >
           long_enough;
}

/// The hashes that a tile holds, or those of the entries in a bundle; nothing when the bytes are neither.
std::optional<std::vector<Digest>> hashes_in(
    const openlog::Tile& tile, bool is_bundle, const std::string& bytes) {
    if (!is_bundle) return openlog::read_tile(tile, bytes);
    const auto entries = openlog::read_bundle(bytes);
    if (!entries || entries->size() != tile.width) return std::nullopt;
    std::vector<Digest> hashes;
    for (const auto& entry : *entries) hashes.push_back(openlog::leaf_hash(entry));
    return hashes;
}

}  // namespace

CheckedLog::CheckedLog(std::filesystem::path folder, std::vector<openlog::VerifierKey> keys)
    : folder_{std::move(folder)}, files_{files_in(folder_)}, keys_{std::move(keys)} {}

CheckedLog::Stamp CheckedLog::stamp_of(const std::string& path) const {
    struct stat found {};
    if (::stat((folder_ / path).c_str(), &found) != 0) return {};
    return {found.st_ino, found.st_ctim.tv_sec * 1'000'000'000 + found.st_ctim.tv_nsec,
        static_cast<std::uint64_t>(found.st_size)};
}

openlog::SignedCheckpoint CheckedLog::checkpoint(const std::string& path, const std::string& text) const {
    auto read = openlog::read_signed_checkpoint(text);
    if (!read || !openlog::signers(*read, keys_)) refuse(path);
    return *std::move(read);
}

std::vector<openlog::TreeHead> CheckedLog::heads() const {
    std::vector<openlog::TreeHead> heads;
    for (const auto* path : checkpoints)
        if (const auto text = files_(path)) heads.push_back(checkpoint(path, *text).checkpoint.head);
    return heads;
}

std::optional<bool> CheckedLog::is_wholly_signed(const std::string& path, const std::string& bytes) const {
    const auto as_tile = openlog::read_tile_path(path);
    const auto tile = as_tile ? as_tile : openlog::read_entries_path(path);
    if (!tile) return std::nullopt;
    std::optional<openlog::TreeHead> best;
    for (const auto& head : heads())
        if (openlog::covered_by(head.size, *tile) > (best ? openlog::covered_by(best->size, *tile) : 0))
            best = head;
    if (!best) return std::nullopt;
    const auto hashes = hashes_in(*tile, !as_tile, bytes);
    if (!hashes) refuse(path);
    const openlog::Source source{best->size, files_};
    try {
        if (!openlog::follows_from(*best, *tile, *hashes, source.nodes())) refuse(path);
    } catch (const openlog::BrokenFile& broken) {
        refuse(broken.path());
    }
    return openlog::covered_by(best->size, *tile) == tile->width;
}

std::optional<std::string> CheckedLog::file(const std::string& path) const {
    const auto stamp = stamp_of(path);
    auto bytes = files_(path);
    if (!bytes) return std::nullopt;
    {
        const std::lock_guard lock{mutex_};
        const auto known = checked_.find(path);
        if (known != checked_.end() && known->second == stamp) return bytes;
    }
    if (is_checkpoint(path)) {
        (void)checkpoint(path, *bytes);
        return bytes;
    }
    const auto wholly = is_wholly_signed(path, *bytes);
    if (!wholly) return std::nullopt;
    const std::lock_guard lock{mutex_};
    if (checked_.size() >= most_remembered) checked_.clear();
    if (*wholly && is_settled(stamp.changed)) checked_.insert_or_assign(path, stamp);
    return bytes;
}

}  // namespace medskapa::store
