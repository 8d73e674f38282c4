#pragma once

#include "app/priority/weighing_result.hpp"
#include "web/frame/visit.hpp"
#include "web/priority/weighing/forms.hpp"
#include "web/statistics/pictures/row_picture.hpp"

/// What a weighing shows. A picture's heading is what its numbers say.
namespace medskapa::web::priority {

/// Points by kind of actors, each kind with a mark of its own. Nothing where they were given by too few.
std::optional<statistics::RowPicture> points_picture(
    const Visit&, const AskedWeighing&, const app::WeighingResult&);
/// Invited next to open answers.
std::optional<statistics::RowPicture> assurance_picture(
    const Visit&, const AskedWeighing&, const app::WeighingResult&);
/// By the best and the worst of four.
std::optional<statistics::RowPicture> choices_picture(
    const Visit&, const AskedWeighing&, const app::WeighingResult&);

/// What a group of actors is called: a sector, or those that were put together.
std::string title_of_group(const std::string& name, const Words&);

}  // namespace medskapa::web::priority
