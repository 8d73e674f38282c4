#pragma once

#include "app/referral/referral_answer.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/form.hpp"

namespace medskapa::web::referral {

/// What every form for an answer asks for: standpoint, words on the whole and on each section, a file, and,
/// of those who were not asked, who they are.
Html answer_fields(const Visit&, const app::Submission&, const ui::Complaints&);

/// What was typed and chosen in them. An answer with a file alone says so in words.
app::Submission typed_answer(const Visit&, const Referral&, const std::optional<Party>&);

/// A new form: what is known of the party.
app::Submission empty_answer(const Visit&, const Referral&, const std::optional<Party>&);

}  // namespace medskapa::web::referral
