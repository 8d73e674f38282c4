#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"
#include "web/inspel/files.hpp"
#include "web/ui/forms/form.hpp"

#include <string>

namespace medskapa::web::inspel::desk {

/// An inspel as it is typed from a letter, a note or a call; how and when it came as words.
struct Typed {
    InspelDraft draft;
    std::string channel;
    std::string activity;
    std::string received;
};

/// All that is asked about it. The form speaks to the one who writes down what somebody else said.
Html entry_fields(const Visit&, const Typed&, const ui::Complaints&, Coming);

}  // namespace medskapa::web::inspel::desk
