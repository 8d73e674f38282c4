#include "store/search/wanted.hpp"

#include "store/inspel/search.hpp"

#include <algorithm>

namespace medskapa::store {
namespace {

bool is_ascii_letter_or_digit(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Bytes of the character at the place.
std::size_t size_of_character(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return std::min(size, text.size() - at);
}

/// Calls `see` with each run of letters and digits, of whatever alphabet; stops when it says false.
template <class See>
void each_word(std::string_view text, See see) {
    for (std::size_t at = 0; at < text.size();) {
        auto end = at;
        while (end < text.size()) {
            const auto c = static_cast<unsigned char>(text[end]);
            if (c < 0x80 && !is_ascii_letter_or_digit(c)) break;
            end += size_of_character(text, end);
        }
        if (end > at && !see(WordAt{at, end - at})) return;
        at = end > at ? end : at + 1;
    }
}

/// Letters that people leave the marks out of, and all that are not ASCII, stand for any character.
std::string pattern_of(std::string_view stem) {
    constexpr std::string_view bare = "aoeiuscdznt";
    std::string pattern = "%";
    for (std::size_t at = 0; at < stem.size(); at += size_of_character(stem, at)) {
        const auto c = static_cast<unsigned char>(stem[at]);
        const bool is_any = c >= 0x80 || bare.find(stem[at]) != bare.npos;
        pattern += is_any ? '_' : stem[at];
    }
    return pattern + '%';
}

}  // namespace

Wanted::Wanted(std::string_view words) : groups_{asked_stems(words)} {}

std::vector<bool> Wanted::fitting(std::string_view word) const {
    std::vector<bool> fit(groups_.size(), false);
    for (const auto& stem : stems(word)) {
        const auto plain = folded(stem);
        for (std::size_t i = 0; i < groups_.size(); ++i)
            for (const auto& wanted : groups_[i])
                if (wanted.means(stem) || wanted.means(plain)) fit[i] = true;
    }
    return fit;
}

bool Wanted::fits(std::string_view text) const {
    std::vector<bool> found(groups_.size(), false);
    each_word(text, [&](const WordAt& place) {
        const auto fit = fitting(text.substr(place.at, place.size));
        for (std::size_t i = 0; i < fit.size(); ++i) found[i] = found[i] || fit[i];
        return std::find(found.begin(), found.end(), false) != found.end();
    });
    return !empty() && std::find(found.begin(), found.end(), false) == found.end();
}

std::vector<WordAt> Wanted::places_in(std::string_view text, std::size_t most) const {
    std::vector<WordAt> places;
    each_word(text, [&](const WordAt& place) {
        const auto fit = fitting(text.substr(place.at, place.size));
        if (std::find(fit.begin(), fit.end(), true) != fit.end()) places.push_back(place);
        return places.size() < most;
    });
    return places;
}

std::vector<std::vector<std::string>> Wanted::patterns() const {
    std::vector<std::vector<std::string>> all;
    for (const auto& group : groups_) {
        all.emplace_back();
        for (const auto& stem : group) all.back().push_back(pattern_of(stem.text));
    }
    return all;
}

}  // namespace medskapa::store
