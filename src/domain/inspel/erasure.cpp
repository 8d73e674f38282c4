#include "domain/inspel/erasure.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>

namespace medskapa {
namespace {

constexpr std::size_t longest_decision = 40;

bool is_decision_number(const std::string& number) {
    const auto fits = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '/' ||
               c == '-' || c == ':' || c == '.';
    };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return number.size() <= longest_decision && std::all_of(number.begin(), number.end(), fits) &&
           std::any_of(number.begin(), number.end(), is_digit);
}

}  // namespace

Result<Erasure> compose_erasure(
    std::string_view level, std::string_view ground, const std::string& decision) {
    Erasure erasure;
    erasure.decision = text::one_line(decision);
    std::vector<Complaint> complaints;
    if (!find_name<Erasure::Level>(level, erasure.level))
        complaints.push_back({Field::erasure_level, N_("Choose how much is to be erased")});
    if (!find_name<Erasure::Ground>(ground, erasure.ground))
        complaints.push_back({Field::erasure_ground, N_("Choose the ground of the decision")});
    if (!is_decision_number(erasure.decision))
        complaints.push_back(
            {Field::decision, N_("Write the decision's number in the register, for example RUN/413/2020")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return erasure;
}

}  // namespace medskapa
