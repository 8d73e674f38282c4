#pragma once

#include "store/inspel/inspel_store.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::inspel {

/// The words and codes of the process that inspel are described with.
struct Surroundings {
    std::vector<Topic> topics;
    std::vector<Subject> subjects;
    std::vector<Municipality> municipalities;
    std::vector<Step> steps;
};
Surroundings surroundings_of(const Visit&);

std::string topic_title(const Surroundings&, Id<Topic>, const Visit&);
std::string municipality_name(const Surroundings&, const std::string& code, const Visit&);
std::string concerns_title(const Surroundings&, const std::string& key, const Visit&);
/// Who reads what an inspel says of itself: its sender reads it as it was sent, others as it is shown.
enum class Reader { sender, staff, everybody };
/// What an inspel says of itself next to its words: the one list for receipt, workbench and public page. What
/// needs no label has none.
std::vector<ui::Fact> facts_of(const Visit&, const Surroundings&, const Inspel&, Reader);
/// "Hembygdsförening · Berg · 12 juni 2020 · I-231 · Hela strategin"
std::string on_one_line(const std::vector<ui::Fact>&);
/// The first of them, for a list.
std::string meta_line(const Inspel&, const Surroundings&, const Visit&);
std::string reference(const Inspel&);
/// The reason as the end of a sentence: "it insults somebody".
std::string as_clause(DeclineReason, const Words&);

Html paragraphs(const std::string& text);
/// An issue's number and title, and its quote unless the title already says all of it.
std::string numbered_title(const Issue&);
Html quote_view(const Issue&);
/// The shown words with each issue's quote marked and numbered.
Html marked_text(const std::string& text, const std::vector<Issue>&);

/// The other words that the inspel proposes for a paragraph, next to those that stood there; nothing when it
/// proposes none.
Html proposal_view(const Inspel&, const Visit&, Reader);

Html row_view(const store::ListedInspel&, const Surroundings&, const Visit&);
/// Each issue of an inspel in this language, with what was answered; held answers are not here.
Html issues_view(const std::vector<Issue>&, const std::string& language, const Visit&);

}  // namespace medskapa::web::inspel
