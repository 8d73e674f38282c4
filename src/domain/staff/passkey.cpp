#include "domain/staff/passkey.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

namespace medskapa {

std::string name_of_passkey(std::string_view typed) {
    return text::one_line(typed);
}

std::vector<Complaint> complaints_about_passkey_name(std::string_view typed) {
    const auto length = text::length(name_of_passkey(typed));
    if (length == 0)
        return {{Field::name, N_("Write a name that you know the passkey by, such as Work computer")}};
    if (length > longest_passkey_name)
        return {{Field::name, N_("Write at most {} characters"), {std::to_string(longest_passkey_name)}}};
    return {};
}

}  // namespace medskapa
