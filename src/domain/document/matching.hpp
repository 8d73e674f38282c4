#pragma once

#include "domain/document/document.hpp"

namespace medskapa {

/// A text that was written elsewhere, with the nodes of the known text where it is known again: first by the
/// same words, then by half of all the words of both (Dice's coefficient), and where the codes agree too by a
/// fifth. A heading's number does not count. What is known again takes the known code and type; what is not
/// has no id yet, and keeps the code it came with. No node is given twice; the first line is always the
/// title. Where two are equally alike, the first of each is taken. O(words), for texts in which few words are
/// in every paragraph.
Lines matched(const Lines& known, Lines written);

}  // namespace medskapa
