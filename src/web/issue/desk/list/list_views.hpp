#pragma once

#include "web/inspel/views.hpp"
#include "web/issue/desk/asked.hpp"
#include "web/ui/forms/form.hpp"

#include <vector>

/// The parts of the list's page.
namespace medskapa::web::issue::desk {

/// What is asked for, in the fields of a form.
Html filter_view(const Visit&, const Asked&, const inspel::Surroundings&);
/// The searches that come with the desk, and the person's own.
Html saved_view(const Visit&, const Asked&);
/// The rows and what can be done with those that are chosen, in one form. `beyond` are chosen too where all
/// that fit are, and are not on the page.
Html rows_form(const Visit&, const Asked&, const inspel::Surroundings&,
    const std::vector<store::DeskRow>& rows, const std::vector<store::DeskRow>& beyond,
    const ui::Complaints&);
/// What the person's last act on many did, what it left alone and why, and the way to undo it.
Html outcome_view(const Visit&);

}  // namespace medskapa::web::issue::desk
