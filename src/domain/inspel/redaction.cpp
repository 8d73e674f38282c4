#include "domain/inspel/redaction.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

namespace medskapa {
namespace {

constexpr std::size_t longest_reason = 60;
constexpr std::size_t shortest_passage = 2;

}  // namespace

Result<Mask> checked(Mask mask) {
    mask.passage = text::trimmed(text::cleaned(mask.passage));
    mask.reason = text::one_line(mask.reason);
    std::vector<Complaint> complaints;
    if (text::length(mask.passage) < shortest_passage)
        complaints.push_back({Field::passage, N_("Mark the words that are to be masked")});
    if (mask.reason.empty() || text::length(mask.reason) > longest_reason)
        complaints.push_back(
            {Field::mask_reason, N_("Write in a word or two what it is, for example a name")});
    if (mask.reason.find_first_of("[]") != std::string::npos ||
        mask.shown().find(mask.passage) != std::string::npos)
        complaints.push_back({Field::mask_reason, N_("Do not repeat what is masked, and use no brackets")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return mask;
}

std::int64_t apply(const Mask& mask, std::string& text) {
    const auto shown = mask.shown();
    std::int64_t places = 0;
    for (auto at = text.find(mask.passage); at != text.npos;
         at = text.find(mask.passage, at + shown.size())) {
        text.replace(at, mask.passage.size(), shown);
        ++places;
    }
    return places;
}

}  // namespace medskapa
