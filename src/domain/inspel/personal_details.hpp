#pragma once

#include "base/names.hpp"
#include "base/text/passage.hpp"

#include <string>
#include <vector>

/// What a text may give away about a person, for somebody who is about to publish it.
namespace medskapa {

enum class PersonalDetail { identity_number, telephone, email };
template <>
inline constexpr auto names_of<PersonalDetail> = names<PersonalDetail>({
    {PersonalDetail::identity_number, "personnummer", NC_("detail", "Personal identity number")},
    {PersonalDetail::telephone, "telefonnummer", NC_("detail", "Telephone number")},
    {PersonalDetail::email, "e-postadress", NC_("detail", "E-mail address")},
});

struct FoundDetail {
    PersonalDetail kind = PersonalDetail::telephone;
    text::Span span;    // in the text
    std::string words;  // as they stand there
};

/// In the order of the text, none over another. An identity number (also a coordination number) has a day
/// that there is and its check digit right, with or without century and sign. A telephone number begins with
/// 0 or +, holds 8 to 15 digits, and blanks, hyphens and brackets between them. An e-mail address has a dot
/// after its @. A number in other words, as a sum of money or a case number, is none. O(text).
std::vector<FoundDetail> personal_details_in(const std::string& text);

}  // namespace medskapa
