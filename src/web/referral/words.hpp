#pragma once

#include "domain/referral/referral.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

#include <string>
#include <vector>

namespace medskapa::web::referral {

std::string shown(Party::State, const Words&);

/// "Länet 2050, remissversion"
std::string title_of(const Visit&, const Referral&);
/// Where the text that was sent out can be read.
std::string text_href(const Visit&, const Referral&);
/// Where a party answers, by a link of its own.
std::string answer_href(const Visit&, const Party&);
/// The whole address, to be sent to somebody.
std::string full_address(const Visit&, const std::string& href);
/// What a reader of the demo must not take for true. Empty elsewhere.
Html example_notice(const Visit&);

}  // namespace medskapa::web::referral
