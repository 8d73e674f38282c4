#include "domain/staff/extract_use.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>

namespace medskapa {
namespace {

bool is_case_number(const std::string& typed) {
    return text::length(typed) <= longest_extract_case &&
           std::any_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<ExtractUse> checked(ExtractUse use) {
    use.case_number = text::one_line(use.case_number);
    use.reason = text::one_line(use.reason);
    std::vector<Complaint> complaints;
    if (!is_case_number(use.case_number))
        complaints.push_back({Field::case_number,
            N_("Write the number of the case in the register, for example RS/413/2026")});
    if (use.reason.empty())
        complaints.push_back({Field::reason, N_("Write why it is taken out, without names")});
    if (text::length(use.reason) > longest_extract_reason)
        complaints.push_back(
            {Field::reason, N_("Write at most {} characters"), {std::to_string(longest_extract_reason)}});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return use;
}

}  // namespace medskapa
