#include "domain/document/word_diff.hpp"

#include <algorithm>
#include <cstdint>

namespace medskapa {
namespace {

constexpr std::size_t most_differences = 1500;

using Tokens = std::vector<std::string_view>;

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool is_sign(char c) {
    return std::string_view{".,;:!?()[]\"'/|"}.find(c) != std::string_view::npos;
}

/// Words, runs of blanks and single characters. Put together they are the text.
Tokens tokens_of(std::string_view text) {
    Tokens tokens;
    std::size_t from = 0;
    while (from < text.size()) {
        std::size_t to = from + 1;
        if (is_blank(text[from]))
            while (to < text.size() && is_blank(text[to])) ++to;
        else if (!is_sign(text[from]))
            while (to < text.size() && !is_blank(text[to]) && !is_sign(text[to])) ++to;
        tokens.push_back(text.substr(from, to - from));
        from = to;
    }
    return tokens;
}

/// A token of `before` and one of `after` that are the same and stand in the same order.
struct Match {
    std::size_t before;
    std::size_t after;
};

class Myers {
public:
    Myers(const Tokens& before, const Tokens& after) : a_{before}, b_{after} {}

    /// The matches of a shortest edit script, or nothing when the texts differ too much.
    std::optional<std::vector<Match>> matches() {
        const auto most = std::min(a_.size() + b_.size(), most_differences);
        reach_.assign(2 * most + 3, 0);
        middle_ = static_cast<std::ptrdiff_t>(most) + 1;
        for (std::ptrdiff_t d = 0; d <= static_cast<std::ptrdiff_t>(most); ++d) {
            trail_.emplace_back(reach_.begin() + (middle_ - d - 1), reach_.begin() + (middle_ + d + 2));
            if (advance(d)) return walked_back(d);
        }
        return std::nullopt;
    }

private:
    std::uint32_t& reach(std::ptrdiff_t k) { return reach_[static_cast<std::size_t>(middle_ + k)]; }

    /// Goes as far as d differences lead on each diagonal; true when the end is reached.
    bool advance(std::ptrdiff_t d) {
        for (auto k = -d; k <= d; k += 2) {
            const bool down = k == -d || (k != d && reach(k - 1) < reach(k + 1));
            auto x = down ? reach(k + 1) : reach(k - 1) + 1;
            auto y = static_cast<std::ptrdiff_t>(x) - k;
            while (x < a_.size() && y < static_cast<std::ptrdiff_t>(b_.size()) &&
                   a_[x] == b_[static_cast<std::size_t>(y)])
                ++x, ++y;
            reach(k) = x;
            if (x >= a_.size() && y >= static_cast<std::ptrdiff_t>(b_.size())) return true;
        }
        return false;
    }

    std::vector<Match> walked_back(std::ptrdiff_t d) const {
        std::vector<Match> found;
        auto x = static_cast<std::ptrdiff_t>(a_.size());
        auto y = static_cast<std::ptrdiff_t>(b_.size());
        for (; d >= 0; --d) {
            const auto& before = trail_[static_cast<std::size_t>(d)];
            const auto at = [&](std::ptrdiff_t k) {
                return static_cast<std::ptrdiff_t>(before[static_cast<std::size_t>(k + d + 1)]);
            };
            const auto k = x - y;
            const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
            const auto from_x = d == 0 ? 0 : down ? at(k + 1) : at(k - 1);
            const auto from_y = d == 0 ? 0 : from_x - (down ? k + 1 : k - 1);
            while (x > from_x && y > from_y) {
                --x, --y;
                found.push_back({static_cast<std::size_t>(x), static_cast<std::size_t>(y)});
            }
            x = from_x;
            y = from_y;
        }
        std::reverse(found.begin(), found.end());
        return found;
    }

    const Tokens& a_;
    const Tokens& b_;
    std::vector<std::uint32_t> reach_;
    std::ptrdiff_t middle_ = 0;
    std::vector<std::vector<std::uint32_t>> trail_;
};

/// A stretch of the base that became other words: tokens [from, to) of the base, [from, to) of the other.
struct Hunk {
    std::size_t base_from, base_to;
    std::size_t other_from, other_to;
};

std::vector<Hunk> hunks_of(const Tokens& base, const Tokens& other) {
    auto matches = Myers{base, other}.matches().value_or(std::vector<Match>{});
    matches.push_back({base.size(), other.size()});
    std::vector<Hunk> hunks;
    std::size_t i = 0;
    std::size_t j = 0;
    for (const auto& match : matches) {
        if (match.before > i || match.after > j) hunks.push_back({i, match.before, j, match.after});
        i = match.before + 1;
        j = match.after + 1;
    }
    return hunks;
}

std::string joined(const Tokens& tokens, std::size_t from, std::size_t to) {
    std::string text;
    for (auto i = from; i < to; ++i) text += tokens[i];
    return text;
}

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

/// Hunks of either side that touch the same stretch of the base.
struct Meeting {
    std::size_t from, to;
    std::vector<Hunk> mine, theirs;
};

std::vector<Meeting> meetings_of(const std::vector<Hunk>& mine, const std::vector<Hunk>& theirs) {
    std::vector<Meeting> meetings;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < mine.size() || j < theirs.size()) {
        const bool take_mine =
            j == theirs.size() || (i < mine.size() && mine[i].base_from <= theirs[j].base_from);
        const auto& next = take_mine ? mine[i++] : theirs[j++];
        const bool meets =
            !meetings.empty() &&
            (next.base_from < meetings.back().to ||
                (next.base_from == meetings.back().to &&
                    (next.base_from == next.base_to || meetings.back().from == meetings.back().to)));
        if (!meets) meetings.push_back({next.base_from, next.base_to, {}, {}});
        auto& meeting = meetings.back();
        meeting.to = std::max(meeting.to, next.base_to);
        (take_mine ? meeting.mine : meeting.theirs).push_back(next);
    }
    return meetings;
}

/// One side's words for a stretch of the base.
std::string version_of(
    const Tokens& base, const Tokens& other, const Meeting& meeting, const std::vector<Hunk>& hunks) {
    std::string text;
    auto at = meeting.from;
    for (const auto& hunk : hunks) {
        text += joined(base, at, hunk.base_from) + joined(other, hunk.other_from, hunk.other_to);
        at = hunk.base_to;
    }
    return text + joined(base, at, meeting.to);
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
    for (const auto& meeting : meetings_of(hunks_of(o, a), hunks_of(o, b))) {
        merge.text += joined(o, at, meeting.from);
        at = meeting.to;
        const auto my_words = version_of(o, a, meeting, meeting.mine);
        const auto their_words = version_of(o, b, meeting, meeting.theirs);
        merge.text += meeting.mine.empty() ? their_words : my_words;
        if (!meeting.mine.empty() && !meeting.theirs.empty() && my_words != their_words)
            merge.collisions.push_back({joined(o, meeting.from, meeting.to), my_words, their_words});
    }
    merge.text += joined(o, at, o.size());
    return merge;
}

}  // namespace medskapa
