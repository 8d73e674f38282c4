#pragma once

#include "web/conversation/talk.hpp"

namespace medskapa::web::conversation {

/// What somebody who has voted may tell of themselves, and the way to take back every vote.
Html about_me(const Visit&, const Talk&, Id<Participant>);

/// Who takes part and who is missing, by what they have told: for staff.
Html participation_view(const Visit&, const Talk&);

}  // namespace medskapa::web::conversation
