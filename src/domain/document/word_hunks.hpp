#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What word_diff and what follows from it read a text as. For this folder alone.
namespace medskapa {

/// Words, runs of blanks and single characters, in the text that they are views of. Put together they are it.
using Tokens = std::vector<std::string_view>;
Tokens tokens_of(std::string_view text);
/// Neither blank nor punctuation.
bool is_word(std::string_view token);
std::string joined(const Tokens&, std::size_t from, std::size_t to);

/// A stretch of the base that became other words: tokens [from, to) of the base, [from, to) of the other.
struct Hunk {
    std::size_t base_from, base_to;
    std::size_t other_from, other_to;
};
/// Of a shortest way from base to other, where words that follow each other are one; one of all where they
/// differ in more than 1 500 tokens.
std::vector<Hunk> hunks_of(const Tokens& base, const Tokens& other);

/// Hunks of either side that touch the same stretch of the base.
struct Meeting {
    std::size_t from, to;
    std::vector<Hunk> mine, theirs;
};
std::vector<Meeting> meetings_of(const std::vector<Hunk>& mine, const std::vector<Hunk>& theirs);
/// One side's words for the stretch of the base where they meet.
std::string version_of(
    const Tokens& base, const Tokens& other, const Meeting&, const std::vector<Hunk>& hunks);

/// Both, one after the other, so that nothing is lost to whoever strikes out what is too much; the longer
/// where it has the other in it.
std::string in_order(const std::string& theirs, const std::string& mine);

}  // namespace medskapa
