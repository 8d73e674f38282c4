#pragma once

#include "web/frame/visit.hpp"

#include <string>
#include <string_view>

/// What somebody is writing in a longer form of the desk is kept on the server, for them alone, until it is
/// saved: by a script each ten seconds, and by a button.
namespace medskapa::web {

/// A form whose words are kept.
struct DraftPlace {
    std::string name;  // "svar/17"
    std::string page;  // the address of the page that shows the form
};

/// At the end of the form: where its words are kept, the button, and a place that says when it was done.
Html draft_tools(const Visit&, const DraftPlace&);
/// Before the form: that there is a draft, from when, with the ways to go on with it and to throw it away;
/// and who else writes at the place.
Html draft_offer(const Visit&, const DraftPlace&);
/// What the draft says in a field while one goes on with it; else what stands.
std::string drafted(const Visit&, const DraftPlace&, std::string_view field, const std::string& standing);
/// What the form showed when the draft was begun: what a colleague has changed since then is shown before it
/// is written over.
std::vector<sql::RowVersion> seen_with_draft(
    const Visit&, const DraftPlace&, std::vector<sql::RowVersion> now);
bool goes_on_with_draft(const Visit&, const DraftPlace&);

/// The fields of the form that was sent which somebody has filled in, as a browser would send them.
std::string draft_words(const Visit&);
/// The page that the form names, when it is one of the desk of this process; else the desk.
std::string draft_page(const Visit&);
/// Throws away the draft of the form that was sent: it has been saved.
void forget_draft(const Visit&);

}  // namespace medskapa::web
