#pragma once

#include "store/inspel/search.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace medskapa::store {

/// Where some words stand in a text: bytes from, and how many.
struct WordAt {
    std::size_t at = 0;
    std::size_t size = 0;
};

/// The words that somebody searches for, by Swedish stems: every one of them must be there, each as the
/// beginning of a word, with or without å ä ö and accents. The same as the search among inspel does.
class Wanted {
public:
    explicit Wanted(std::string_view words);

    /// Nothing is asked for: the words hold no letter or digit.
    bool empty() const { return groups_.empty(); }
    bool fits(std::string_view text) const;
    /// Where words that fit stand in the text, in order, at most `most`.
    std::vector<WordAt> places_in(std::string_view text, std::size_t most) const;
    /// A pattern of SQL's LIKE for each wanted word's alternatives: what fits has one of each, but what has
    /// one of each may not fit. They hold letters, digits, '_' for one character and '%' alone.
    std::vector<std::vector<std::string>> patterns() const;

private:
    /// Which of the groups the word fits.
    std::vector<bool> fitting(std::string_view word) const;

    std::vector<std::vector<AskedStem>> groups_;
};

}  // namespace medskapa::store
