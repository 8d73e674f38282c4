#pragma once

#include "domain/priority/weighing.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa::web::priority {

/// A weighing as it is asked for: what is weighed, and who was invited by the link, if anybody was.
struct AskedWeighing {
    Weighing weighing;
    std::vector<Priority> items;
    std::string link = {};
    std::optional<WeighingInvitation> invitation = {};
};
std::optional<AskedWeighing> asked_weighing(const Visit&);

/// The most and the least important of four, set by set. The sets are those of the person with this number,
/// which the form carries.
Html choices_form(const Visit&, const AskedWeighing&, std::uint64_t person, const ui::Complaints&);
/// A hundred points.
Html points_form(const Visit&, const AskedWeighing&, const ui::Complaints&);
/// Takes back all that the visitor has answered.
Html take_back_form(const Visit&, const AskedWeighing&);

/// What was typed; complaints where it cannot be read.
Result<WeighingAnswer> typed_choices(const Visit&, const AskedWeighing&);
Result<WeighingAnswer> typed_points(const Visit&, const AskedWeighing&);

}  // namespace medskapa::web::priority
