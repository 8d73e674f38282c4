#include "cli/log/log_subtrees.hpp"

#include <fmt/format.h>
#include <bit>

namespace medskapa::cli {
namespace {

using namespace openlog;

constexpr std::uint64_t most_leaves = 130;

std::string line(std::string start, const std::vector<Digest>& hashes) {
    for (const auto& hash : hashes) start += ' ' + hex(as_text(hash));
    return start + '\n';
}

/// The empty ones too.
std::vector<Range> subtrees_ending_at(std::uint64_t end) {
    std::vector<Range> found;
    for (std::uint64_t begin = 0; begin <= end; ++begin)
        if (begin % std::bit_ceil(end - begin) == 0) found.push_back({begin, end});
    return found;
}

}  // namespace

SubtreeLines::SubtreeLines() {
    for (std::uint64_t i = 0; i < most_leaves; ++i)
        leaves_.push_back(leaf_hash(std::string(1, static_cast<char>(i))));
}

std::string SubtreeLines::hashes() const {
    std::string lines;
    for (std::uint64_t end = 0; end <= most_leaves; ++end)
        for (const auto& part : subtrees_ending_at(end))
            lines +=
                line(fmt::format("[{}, {})", part.begin, part.end), {subtree_hash(part, nodes_of(leaves_))});
    return lines;
}

std::string SubtreeLines::inclusion_proofs() const {
    std::string lines;
    for (std::uint64_t end = 0; end <= most_leaves; ++end)
        for (const auto& whole : subtrees_ending_at(end))
            for (auto i = whole.begin; i < whole.end; ++i)
                lines += line(fmt::format("{} [{}, {})", i, whole.begin, whole.end),
                    subtree_proof({i, i + 1}, whole, nodes_of(leaves_)));
    return lines;
}

std::string SubtreeLines::consistency_proofs() const {
    std::string lines;
    for (std::uint64_t size = 0; size <= most_leaves; ++size)
        for (std::uint64_t end = 0; end <= size; ++end)
            for (const auto& part : subtrees_ending_at(end))
                lines += line(fmt::format("[{}, {}) {}", part.begin, part.end, size),
                    part.size() == 0 ? std::vector<Digest>{}
                                     : subtree_proof(part, {0, size}, nodes_of(leaves_)));
    return lines;
}

}  // namespace medskapa::cli
