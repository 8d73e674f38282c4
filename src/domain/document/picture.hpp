#pragma once

#include "base/text/kept_picture.hpp"
#include "domain/document/document.hpp"

#include <string>
#include <vector>

namespace medskapa {

/// A picture of the documents of a process. It is known by what it holds, so it lies there once however many
/// paragraphs show it, and a frozen text that names it vouches for it.
struct Picture {
    Id<Picture> id = {};
    Id<Process> process = {};
    KeptPicture name = {};
    std::size_t size = 0;       // bytes
    Instant kept_at = {};       // when it last came with a file
    Id<Version> shown_in = {};  // the first frozen version with it, from which everybody may see it
};

/// Where words show a picture: "![A map of the county](bild:…)".
struct ShownPicture {
    std::string alternative = {};  // what it shows, for who cannot see it, as words
    KeptPicture name = {};
    std::size_t from = 0;  // the bytes of it in the words
    std::size_t to = 0;
};
/// All pictures of a paragraph, in their order. O(words).
std::vector<ShownPicture> pictures_in(std::string_view words);

/// The words with what each picture shows in its place.
std::string words_of_pictures(std::string_view words);

inline constexpr std::size_t longest_alternative = 1000;  // characters

/// The words with another alternative for their picture with this number, from 1. Refuses an empty and a too
/// long one, and a number that no picture has.
Result<std::string> with_alternative(
    const std::string& words, std::size_t number, std::string_view alternative);

/// The field in which a picture's alternative is written: "bild-RUS-3-p1-1".
std::string alternative_field(const Node&, std::size_t number);

/// A picture of a text that keeps it from being frozen.
struct LackingPicture {
    Line line;
    std::size_t number = 1;  // in the line, from 1
    ShownPicture shown;
};
/// Those without an alternative.
std::vector<LackingPicture> without_alternative(const Lines&);

/// A new edition of a text, whose pictures take the alternatives that they have in the old one where it says
/// nothing of them.
Lines with_known_alternatives(Lines written, const Lines& known);

}  // namespace medskapa
