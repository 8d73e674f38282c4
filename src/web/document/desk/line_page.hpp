#pragma once

#include "app/document/standing.hpp"
#include "domain/document/document.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

/// The page of one line of a draft.
namespace medskapa::web::document::desk {

/// A line, in the draft of its document.
struct DraftLine {
    Document document;
    Version draft;
    Line line;
    Lines lines;
};

/// What the form for its words holds, and what came of what was sent.
struct LineForm {
    std::string text;
    std::string seen;        // the revision that the editor saw
    std::string since = {};  // the one they began with, before a collision
    bool has_preview = false;
    ui::Complaints complaints = {};
    Html notice = {};
    int status = 200;
};

Response line_page(const Visit&, const DraftLine&, const LineForm&);

/// Whose words a save would take out: the inspel and issues that they were taken in for, or a colleague's.
Html whose(const Visit&, const app::TakenOut&);

/// Whether what the visitor has sent came from the form at this address.
bool was_sent(const Visit&, const DraftLine&, AddressBelow<2>);

/// Other words that have been proposed for the line, each with a button that puts them in.
Html proposals(const Visit&, const DraftLine&);

/// Everything more that can be done with the line, a form for each: a new paragraph, move, split, join,
/// remove. The one that was sent and refused is open, with all that was typed and its complaints.
Html line_tools(const Visit&, const DraftLine&, const ui::Complaints&);
std::string draft_href(const Visit&, const Document&, const std::string& node = "");

}  // namespace medskapa::web::document::desk
