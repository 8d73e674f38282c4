#pragma once

#include <string_view>
#include <vector>

namespace medskapa::web::law {

/// Something of people that is kept: what, why, how long and who sees it, as sentences that locale/
/// translates, and the columns that hold it. Every column that is marked as a person's stands in one of
/// these; a test compares them with the marks.
struct PersonalThing {
    const char* what;
    const char* why;
    const char* how_long;
    const char* who_sees;
    std::vector<std::string_view> columns;  // "inspel.text"
};
const std::vector<PersonalThing>& personal_things();

}  // namespace medskapa::web::law
