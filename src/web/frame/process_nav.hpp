#pragma once

#include "web/frame/visit.hpp"

namespace medskapa::web {

/// The stops between what people say and what is decided, in their order.
enum class ProcessStage { inspel, referral, text, changed, report, decisions };

/// The ways from a page of the spine to all the others, those that there is something at.
Html process_nav(const Visit&, ProcessStage here);

}  // namespace medskapa::web
