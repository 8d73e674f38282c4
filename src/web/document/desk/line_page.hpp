#pragma once

#include "domain/document/document.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/form.hpp"

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
    std::string seen;  // the revision that the editor saw
    bool has_preview = false;
    ui::Complaints complaints = {};
    Html notice = {};
    int status = 200;
};

Response line_page(const Visit&, const DraftLine&, const LineForm&);

/// Everything more that can be done with the line, a form for each: a new paragraph, move, split, join,
/// remove.
Html line_tools(const Visit&, const DraftLine&);
std::string draft_href(const Visit&, const Document&, const std::string& node = "");

}  // namespace medskapa::web::document::desk
