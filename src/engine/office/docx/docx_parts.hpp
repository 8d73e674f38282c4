#pragma once

#include "engine/office/document_writer.hpp"

#include <map>
#include <string>
#include <vector>

/// The parts of a DOCX around its text, as we write them (ECMA-376, transitional).
namespace medskapa::office::docx_parts {

inline constexpr auto xml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
)";

std::string content_types();
std::string package_relations();
std::string core(const DocumentHead&);
std::string styles(const std::string& language);
/// The style of a paragraph, by its id; empty for the body's.
std::string_view style_id(DocumentWriter::Style);

/// A list of contents: a field (ECMA-376 part 1, 17.16.5.68) in a block that Word knows as one, whose first
/// line holds where the field begins.
extern const std::string_view contents_begin;
std::string contents_line(int level, const std::string& mark, const std::string& words, bool is_first);
extern const std::string_view contents_end;

/// A list begins anew: with which number, on which level.
struct NumberedList {
    int level = 0;
    int start = 1;
};
/// List 1 has bullets, and list n + 2 is numbered list n.
std::string numbering(const std::vector<NumberedList>&);
std::string footnotes(const std::string& notes);

/// Links out of a part, each address once.
class Links {
public:
    std::string id_of(const std::string& address);
    /// The part's relations; `others` are those that are no links.
    std::string relations(std::string_view others) const;

private:
    std::map<std::string, int> numbers_;
};
extern const std::string_view document_relations;

}  // namespace medskapa::office::docx_parts
