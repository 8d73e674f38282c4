#include "domain/document/merging.hpp"

#include "domain/document/word_hunks.hpp"

#include <algorithm>

namespace medskapa {
namespace {

constexpr std::size_t little = 3;  // bytes

/// Words that the first wording has are known, also where they were away in between.
std::vector<std::size_t> with_known_words(
    const std::vector<std::string>& wordings, std::vector<std::size_t> owners) {
    std::size_t at = 0;
    const auto known_until = [&](std::size_t to) {
        for (; at < to; ++at) owners[at] = 0;
    };
    for (const auto& hunk : hunks_of(tokens_of(wordings.front()), tokens_of(wordings.back()))) {
        known_until(hunk.other_from);
        at = hunk.other_to;
    }
    known_until(owners.size());
    return owners;
}

/// Which wording each token of the last one came in with.
std::vector<std::size_t> owners_of(const std::vector<std::string>& wordings) {
    std::vector<std::size_t> owners(tokens_of(wordings.front()).size(), 0);
    for (std::size_t i = 1; i < wordings.size(); ++i) {
        const auto before = tokens_of(wordings[i - 1]);
        const auto after = tokens_of(wordings[i]);
        std::vector<std::size_t> next;
        std::size_t at = 0;
        const auto keep_until = [&](std::size_t to) {
            for (; at < to; ++at) next.push_back(owners[at]);
        };
        for (const auto& hunk : hunks_of(before, after)) {
            keep_until(hunk.base_from);
            at = hunk.base_to;
            next.insert(next.end(), hunk.other_to - hunk.other_from, i);
        }
        keep_until(before.size());
        owners = std::move(next);
    }
    return with_known_words(wordings, std::move(owners));
}

std::string trimmed(std::string words) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
    while (!words.empty() && is_blank(words.back())) words.pop_back();
    words.erase(words.begin(), std::find_if_not(words.begin(), words.end(), is_blank));
    return words;
}

bool has_word(const std::string& text) {
    const auto tokens = tokens_of(text);
    return std::any_of(tokens.begin(), tokens.end(), is_word);
}

/// The words of one text that the other has not, each as often as it is missing there.
std::vector<std::string_view> only_in(std::string_view one, std::string_view other) {
    std::vector<std::string_view> words;
    auto known = tokens_of(other);
    for (const auto& token : tokens_of(one)) {
        if (!is_word(token)) continue;
        const auto same = std::find(known.begin(), known.end(), token);
        if (same == known.end())
            words.push_back(token);
        else
            known.erase(same);
    }
    const auto is_little = [](std::string_view word) { return word.size() <= little; };
    if (!std::all_of(words.begin(), words.end(), is_little)) std::erase_if(words, is_little);
    return words;
}

struct Count {
    std::size_t asked = 0;
    std::size_t have = 0;
};

/// How many of these words are among those.
std::size_t found(const std::vector<std::string_view>& words, std::vector<std::string_view> among) {
    std::size_t n = 0;
    for (const auto& word : words)
        if (const auto same = std::find(among.begin(), among.end(), word); same != among.end()) {
            among.erase(same);
            ++n;
        }
    return n;
}

/// What one changed place asked for, and what the text has of it.
Count counted(const std::string& before, const std::string& proposed, const std::string& text) {
    const auto added = only_in(proposed, before);
    const auto struck_out = only_in(before, proposed);
    if (proposed == text)
        return {std::max<std::size_t>(1, added.size()), std::max<std::size_t>(1, added.size())};
    if (!added.empty()) return {added.size(), found(added, only_in(text, before))};
    return {std::max<std::size_t>(1, struck_out.size()), found(struck_out, only_in(before, text))};
}

}  // namespace

std::vector<Loss> losses(const std::vector<std::string>& wordings, std::string_view next) {
    const auto owners = owners_of(wordings);
    const auto now = tokens_of(wordings.back());
    std::vector<Loss> found;
    std::size_t last_end = 0;
    for (const auto& hunk : hunks_of(now, tokens_of(next)))
        for (auto from = hunk.base_from; from < hunk.base_to;) {
            auto to = from + 1;
            while (to < hunk.base_to && owners[to] == owners[from]) ++to;
            const auto words = joined(now, from, to);
            const bool goes_on = !found.empty() && found.back().brought_in_by == owners[from] &&
                                 !has_word(joined(now, last_end, from));
            if (owners[from] != 0 && has_word(words)) {
                if (goes_on)
                    found.back().words += joined(now, last_end, to);
                else
                    found.push_back({words, owners[from]});
                last_end = to;
            }
            from = to;
        }
    for (auto& loss : found) loss.words = trimmed(loss.words);
    return found;
}

std::string put_back(
    const std::vector<std::string>& wordings, std::string_view next, const std::vector<std::size_t>& places) {
    const auto owners = owners_of(wordings);
    const auto now = tokens_of(wordings.back());
    const auto then = tokens_of(next);
    std::string text;
    std::size_t at = 0;
    for (const auto& hunk : hunks_of(now, then)) {
        text += joined(now, at, hunk.base_from);
        at = hunk.base_to;
        std::string back;
        for (auto i = hunk.base_from; i < hunk.base_to; ++i)
            if (std::find(places.begin(), places.end(), owners[i]) != places.end()) back += now[i];
        text += in_order(back, joined(then, hunk.other_from, hunk.other_to));
    }
    return text + joined(now, at, now.size());
}

Standing standing_of(std::string_view before, std::string_view proposed, std::string_view text) {
    const auto base = tokens_of(before);
    const auto mine = tokens_of(proposed);
    const auto theirs = tokens_of(text);
    Count sum;
    for (const auto& meeting : meetings_of(hunks_of(base, mine), hunks_of(base, theirs))) {
        if (meeting.mine.empty()) continue;
        const auto count = counted(joined(base, meeting.from, meeting.to),
            version_of(base, mine, meeting, meeting.mine), version_of(base, theirs, meeting, meeting.theirs));
        sum.asked += count.asked;
        sum.have += count.have;
    }
    if (sum.have == sum.asked) return Standing::whole;
    return sum.have == 0 ? Standing::gone : Standing::part;
}

}  // namespace medskapa
