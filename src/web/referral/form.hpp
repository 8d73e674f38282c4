#pragma once

#include "app/referral/referral_answer.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::referral {

/// What every form for an answer asks for: a position on the whole, words and a position on each question and
/// section, words on the whole, a file, and, of those who were not asked, who they are.
Html answer_fields(const Visit&, const app::Submission&, const ui::Complaints&);

/// What the fields for words and for a position on a part are called.
std::string field_about(const AnswerPart&);
std::string position_field(const AnswerPart&);

/// What an answer says that has no words: its position, or that it is in a file.
std::string wordless(const Visit&, const std::string& position, bool has_files);

/// Keep it here, send it, or ask a second person. The first is what Enter in a field does.
Html writing_buttons(const Words&);

/// What was typed and chosen in them.
app::Submission typed_answer(const Visit&, const Referral&, const std::optional<Party>&);

/// A new form: what is known of the party.
app::Submission empty_answer(const Visit&, const Referral&, const std::optional<Party>&);

}  // namespace medskapa::web::referral
