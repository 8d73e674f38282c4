#pragma once

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

#include <string>

namespace medskapa {

struct Process;
struct User;

/// That somebody of the staff looked for what is kept about a person who asked to see it (GDPR, article 15),
/// or took it out as a file. Says not whom it was about: that stands in the case.
struct ExtractUse {
    enum class Kind { search, file };

    Id<ExtractUse> id = {};
    Id<ExtractUse> search = {};  // of a file: what it came of
    Id<Process> process = {};    // at whose desk; none: at the command line
    Id<User> by = {};            // none: the operator
    Kind kind = Kind::search;
    std::string case_number = {};  // of the register: "RS/413/2026"
    std::string reason = {};       // in words, without names
    std::string ways = {};         // how the person was looked for: "email name"
    int found = 0;                 // candidates of a search, rows in a file
    std::string digest = {};       // of a file: SHA-256, hexadecimal
    Instant used_at = {};
};
template <>
inline constexpr auto names_of<ExtractUse::Kind> = names<ExtractUse::Kind>({
    {ExtractUse::Kind::search, "search", N_("Search")},
    {ExtractUse::Kind::file, "file", N_("File")},
});

inline constexpr std::size_t longest_extract_case = 60;     // characters
inline constexpr std::size_t longest_extract_reason = 500;  // characters

/// Tidies the case number and the reason, and refuses when one is missing, too long, or a case number without
/// a digit.
Result<ExtractUse> checked(ExtractUse);

}  // namespace medskapa
