#pragma once

#include "store/referral/referral_store.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web::referral {

/// Who was asked and who answered, what they think of the text and when they said so, in the order that the
/// address asks for.
Html answers_view(
    const Visit&, const Referral&, const std::vector<Party>&, const std::vector<store::ReceivedAnswer>&);

}  // namespace medskapa::web::referral
