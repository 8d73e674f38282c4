#pragma once

#include "domain/inspel/inspel.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace medskapa {

/// Some of an inspel's shown text, in bytes from `begin` up to `end`: what an issue quotes, or a sentence
/// that none does.
struct CoverPart {
    std::size_t begin = 0;
    std::size_t end = 0;
    int issue = 0;  // its position; 0: nothing quotes it yet

    bool is_left() const { return issue == 0; }
};

/// The text from its beginning to its end, in order: what each issue quotes, and between that the sentences
/// that are left. What holds no letter or digit is not there. A sentence ends after . ! ? … and what closes
/// it, where a blank follows, and at the end of a line. O(text + issues²).
std::vector<CoverPart> cover_of(const std::string& text, const std::vector<Issue>&);

/// Whether every word of it is quoted by some issue.
bool is_covered(const std::string& text, const std::vector<Issue>&);

/// The words from the first to the last of the parts that were chosen, by their begins. Nothing when none was
/// chosen, or one between them was not, or is an issue's: a quote is unbroken.
Result<std::string> quote_of(
    const std::string& text, const std::vector<CoverPart>&, const std::vector<std::size_t>& chosen);

}  // namespace medskapa
