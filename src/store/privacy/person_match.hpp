#pragma once

#include "base/names.hpp"
#include "store/privacy/person_rows.hpp"

#include <string>
#include <vector>

/// Whether words are about the person that somebody looks for.
namespace medskapa::store {

enum class PersonWay { email, name, telephone, organisation, code };

/// How a value fits: all of it is what was looked for, or it says it among other things.
struct PersonMatch {
    PersonWay way = PersonWay::email;
    bool is_whole = false;
    std::vector<std::string> around = {};  // the words around, each time, at most a few
};
/// The ways in which the value fits. `column` decides which are asked for: an organisation is looked for
/// where organisations are named. An address and a telephone number end where they end: "anna@x.se" is not
/// found in "joanna@x.se", nor 070-1 in 070-12. All words of a name must stand in the value, as whole words.
std::vector<PersonMatch> matches(
    const PersonWanted&, std::string_view table, std::string_view column, const std::string& value);

/// What such values hold, for LIKE: coarse, letters A to Z in any case. For each way that is asked for the
/// patterns that a value fits all of, one for each word.
std::vector<std::vector<std::string>> patterns_of(const PersonWanted&);

}  // namespace medskapa::store

namespace medskapa {
template <>
inline constexpr auto names_of<store::PersonWay> = names<store::PersonWay>({
    {store::PersonWay::email, "email", N_("E-mail address")},
    {store::PersonWay::name, "name", N_("Name")},
    {store::PersonWay::telephone, "telephone", N_("Telephone number")},
    {store::PersonWay::organisation, "organisation", N_("Organisation")},
    {store::PersonWay::code, "code", N_("Code or link")},
});
}  // namespace medskapa
