#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/form.hpp"

#include <optional>

namespace medskapa::web::issue::desk {

/// An issue of which a form came back: what was wrong with it, and the answer's text where that was its form,
/// perhaps with a text block added.
struct Unsaved {
    Id<Issue> issue;
    ui::Complaints complaints;
    std::optional<std::string> text = {};
};

/// The address of the inspel on the bench.
std::string bench_address(const Visit&, const std::string& below = "");

/// Who answers: one of those who do, or anybody else.
Html owner_field(const Visit&, const std::string& name, const std::string& owner);

/// One issue beside its inspel. Only the current one has its form open, so a page has one answer form at
/// most.
Html issue_view(const Visit&, const Issue&, const Unsaved&, bool is_current);

}  // namespace medskapa::web::issue::desk
