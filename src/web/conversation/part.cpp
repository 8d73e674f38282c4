#include "web/conversation/part.hpp"

#include <algorithm>

namespace medskapa::web::conversation {

std::string Part::from() const {
    return first_ == 1 ? "" : std::to_string(first_);
}

ui::Pages Part::around(int last, const std::function<std::string(const std::string&)>& href) const {
    ui::Pages pages;
    if (first_ > numbers) pages.previous = href(Part{first_ - numbers}.from());
    if (first_ > 2 * numbers) pages.first = href("");
    if (first_ + numbers <= last) pages.next = href(Part{first_ + numbers}.from());
    return pages;
}

Part asked_part(const Visit& visit) {
    constexpr int furthest = 1'000'000;
    return Part{std::clamp(Visit::number(visit.query("fran")).value_or(1), 1, furthest)};
}

}  // namespace medskapa::web::conversation
