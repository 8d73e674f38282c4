#include "domain/document/word_diff.hpp"

#include "domain/document/word_hunks.hpp"

#include <algorithm>

namespace medskapa {
namespace {

constexpr std::size_t slight = 5;  // bytes

std::size_t bytes_of(const Tokens& tokens, std::size_t from, std::size_t to) {
    std::size_t sum = 0;
    for (auto i = from; i < to; ++i) sum += tokens[i].size();
    return sum;
}

/// A blank or a little word between two changes is no reason to read two changes: "a b" for "c d" is one.
std::vector<Hunk> closed_over_little(const Tokens& base, const std::vector<Hunk>& hunks) {
    std::vector<Hunk> closed;
    for (const auto& hunk : hunks) {
        if (!closed.empty() && bytes_of(base, closed.back().base_to, hunk.base_from) <= slight) {
            closed.back().base_to = hunk.base_to;
            closed.back().other_to = hunk.other_to;
        } else {
            closed.push_back(hunk);
        }
    }
    return closed;
}

}  // namespace

std::vector<Piece> diff_words(std::string_view before, std::string_view after) {
    const auto a = tokens_of(before);
    const auto b = tokens_of(after);
    std::vector<Piece> pieces;
    const auto add = [&](Piece::Kind kind, std::string text) {
        if (!text.empty()) pieces.push_back({kind, std::move(text)});
    };
    std::size_t at = 0;
    for (const auto& hunk : closed_over_little(a, hunks_of(a, b))) {
        add(Piece::Kind::same, joined(a, at, hunk.base_from));
        add(Piece::Kind::removed, joined(a, hunk.base_from, hunk.base_to));
        add(Piece::Kind::added, joined(b, hunk.other_from, hunk.other_to));
        at = hunk.base_to;
    }
    add(Piece::Kind::same, joined(a, at, a.size()));
    return pieces;
}

Merge merge_words(std::string_view base, std::string_view mine, std::string_view theirs) {
    const auto o = tokens_of(base);
    const auto a = tokens_of(mine);
    const auto b = tokens_of(theirs);
    Merge merge;
    std::size_t at = 0;
    const auto add = [&](const std::string& text, const std::string& together) {
        merge.text += text;
        merge.together += together;
    };
    for (const auto& meeting : meetings_of(hunks_of(o, a), hunks_of(o, b))) {
        const auto before = joined(o, at, meeting.from);
        add(before, before);
        at = meeting.to;
        const auto my_words = version_of(o, a, meeting, meeting.mine);
        const auto their_words = version_of(o, b, meeting, meeting.theirs);
        const bool collide = !meeting.mine.empty() && !meeting.theirs.empty() && my_words != their_words;
        const auto& words = meeting.mine.empty() ? their_words : my_words;
        add(words, collide ? in_order(their_words, my_words) : words);
        if (collide) merge.collisions.push_back({joined(o, meeting.from, meeting.to), my_words, their_words});
    }
    const auto after = joined(o, at, o.size());
    add(after, after);
    return merge;
}

}  // namespace medskapa
