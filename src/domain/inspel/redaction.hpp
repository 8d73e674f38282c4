#pragma once

#include "base/text/passage.hpp"
#include "domain/inspel/inspel.hpp"

namespace medskapa {

/// That a passage of what is shown was masked. Its words are not kept here.
struct Redaction {
    Id<Redaction> id = {};
    Id<Process> process = {};
    Id<Inspel> inspel = {};
    std::string reason = {};
    std::int64_t characters = 0;  // of the passage
    std::int64_t places = 0;      // where it stood, in the inspel, its issues and additions
    std::string role = {};        // who masked it
    Instant redacted_at = {};
};

/// What is masked, and what stands there instead: "[maskat: telefonnummer]".
struct Mask {
    std::string passage;
    std::string reason;
    text::Capitals capitals = text::Capitals::any;

    std::string shown() const { return "[maskat: " + reason + "]"; }
};

/// Refuses a passage of fewer than two characters and a reason that is missing or long.
Result<Mask> checked(Mask);

/// Masks the passage wherever a reader sees it in the text, also its beginning where the text was cut. What
/// is masked already stays. Returns in how many places that was.
std::int64_t apply(const Mask&, std::string& text);

/// The ways, other than what `mask` masks, in which its passage stands in the text with other capitals.
std::vector<std::string> with_other_capitals(const Mask&, const std::string& text);

}  // namespace medskapa
