#include "cli/demo_stage.hpp"

namespace medskapa::cli {

Stage::Stage(
    const Place& place, const std::string& base_url, Instant day_zero, std::string folder, const Clock& clock)
    : secret_{place.secret()},
      log_{log_of(place, base_url)},
      content_{std::move(folder), day_zero, clock},
      db_{sql::open(place.database(), sql::Access::read_only)},
      writer_{sql::open(place.database(), sql::Access::read_write), [this] { return now_; }} {}

std::string Stage::why(const std::string& what, const Failure& failure) const {
    auto text = "the demo's " + content_.folder + what + " was refused";
    for (const auto& complaint : failure.complaints)
        text += "; " + complaint.field + ": " + complaint.message;
    return text;
}

}  // namespace medskapa::cli
