#pragma once

#include "web/frame/visit.hpp"

namespace medskapa::web {

/// The stages from what people say to what is decided, in their order.
enum class ProcessStage { inspel, referral, text, changed, report, decisions };

/// The links from a stage's page to all the others that have something to show.
Html process_nav(const Visit&, ProcessStage here);

}  // namespace medskapa::web
