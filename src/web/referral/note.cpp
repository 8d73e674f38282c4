#include "web/referral/note.hpp"

#include "base/address.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/referral/referral_store.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/pages.hpp"
#include "web/referral/words.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::referral {
namespace {

std::string came_as(const Visit& visit, const ReferralAnswer& answer) {
    const auto& words = visit.words;
    if (answer.arrived_by == Channel::paper) return words("It came as a letter.");
    if (answer.arrived_by == Channel::email) return words("It came as an e-mail.");
    if (answer.approved_at) return words("Approved by a second person before it was sent.");
    return {};
}

std::string number_line(const Visit& visit, const ReferralAnswer& answer) {
    return answer.case_number.empty() ? std::string{} : visit.words("Case number {}.", answer.case_number);
}

}  // namespace

Html note(const Visit& visit, const Inspel& inspel) {
    const auto answer = store::answer_of(visit.db, inspel.id);
    if (!answer) return {};
    const auto referral = store::find_referral(visit.db, answer->referral).value();
    const auto& words = visit.words;
    return html(R"(
{example}
<div class="notice">
  <p><a href="{href}">{referral}</a>. <strong>{standpoint}</strong>. {channel} {number}</p>
</div>)",
        "example"_a = example_notice(visit), "href"_a = visit.href(address::referral_page, referral.number),
        "referral"_a = words("Answer to the consultation on {}", title_of(visit, referral)),
        "standpoint"_a = shown(named<Position>(answer->draft.position), words),
        "channel"_a = came_as(visit, *answer), "number"_a = number_line(visit, *answer));
}

}  // namespace medskapa::web::referral
