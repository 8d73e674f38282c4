#include "domain/document/word_hunks.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace medskapa {
namespace {

constexpr std::size_t most_differences = 1500;

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool is_sign(char c) {
    return std::string_view{".,;:!?()[]\"'/|"}.find(c) != std::string_view::npos;
}

bool is_blank(const Tokens& tokens, std::size_t from, std::size_t to) {
    return std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(from),
        tokens.begin() + static_cast<std::ptrdiff_t>(to),
        [](std::string_view token) { return is_blank(token.front()); });
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

}  // namespace

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

std::vector<Hunk> hunks_of(const Tokens& base, const Tokens& other) {
    auto matches = Myers{base, other}.matches().value_or(std::vector<Match>{});
    matches.push_back({base.size(), other.size()});
    std::vector<Hunk> hunks;
    std::size_t i = 0;
    std::size_t j = 0;
    for (const auto& match : matches) {
        if (match.before > i || match.after > j) {
            const bool goes_on = !hunks.empty() && is_blank(base, hunks.back().base_to, i);
            const auto from = goes_on ? hunks.back() : Hunk{i, i, j, j};
            if (goes_on) hunks.pop_back();
            hunks.push_back({from.base_from, match.before, from.other_from, match.after});
        }
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

bool is_word(std::string_view token) {
    return !token.empty() && !is_blank(token.front()) && !is_sign(token.front());
}

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

std::string in_order(const std::string& theirs, const std::string& mine) {
    if (theirs.find(mine) != std::string::npos) return theirs;
    if (mine.find(theirs) != std::string::npos) return mine;
    const bool is_apart = theirs.ends_with(' ') || mine.starts_with(' ') || theirs.ends_with('\n');
    return theirs + (is_apart ? "" : " ") + mine;
}

}  // namespace medskapa
