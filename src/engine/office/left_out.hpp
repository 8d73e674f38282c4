#pragma once

#include "base/names.hpp"

#include <map>

namespace medskapa::office {

/// What a file holds that is not read as text.
enum class LeftOut {
    picture,
    object,    // embedded sheets, charts, forms
    equation,  // one that no line of text can hold
    symbol,    // of a font that nobody else has
    hidden,    // text that its author hid
    deleted,   // text that a noted change takes out
    struck,    // struck-out words where the mark cannot stand, as in a heading
    comment,
    contents,      // contents lists and indexes, which follow from the text
    page_head,     // heads and feet of pages
    part,          // text that lies in a part of its own, as of another format
    prompt,        // what a form says where nobody has written
    address,       // where a link leads that only its author's machine could follow
    front_matter,  // of a Markdown file
    note,          // the call of a note that the file does not hold
};

/// How many of each.
using LeftOutCounts = std::map<LeftOut, int>;

}  // namespace medskapa::office

namespace medskapa {
template <>
inline constexpr auto names_of<office::LeftOut> = names<office::LeftOut>({
    {office::LeftOut::picture, "picture"},
    {office::LeftOut::object, "object"},
    {office::LeftOut::equation, "equation"},
    {office::LeftOut::symbol, "symbol"},
    {office::LeftOut::hidden, "hidden"},
    {office::LeftOut::deleted, "deleted"},
    {office::LeftOut::struck, "struck"},
    {office::LeftOut::comment, "comment"},
    {office::LeftOut::contents, "contents"},
    {office::LeftOut::page_head, "page_head"},
    {office::LeftOut::part, "part"},
    {office::LeftOut::prompt, "prompt"},
    {office::LeftOut::address, "address"},
    {office::LeftOut::front_matter, "front_matter"},
    {office::LeftOut::note, "note"},
});
}  // namespace medskapa
