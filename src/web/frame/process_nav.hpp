#pragma once

#include "web/frame/visit.hpp"

namespace medskapa::web {

/// The stops between what people say and what is decided, in their order.
enum class Stop { inspel, referral, text, changed, report, decisions };

/// The ways from a page of the spine to all the others, those that there is something at.
Html spine(const Visit&, Stop here);

}  // namespace medskapa::web
