#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/frame/forms/drafts.hpp"
#include "web/frame/visit.hpp"
#include "web/issue/addresses.hpp"
#include "web/ui/forms/form.hpp"

#include <optional>

namespace medskapa::web::issue::desk {

/// An issue of which a form came back: what was wrong with it, and the answer's text where that was its form,
/// perhaps with a text block added.
struct Unsaved {
    Id<Issue> issue;
    ui::Complaints complaints;
    std::optional<std::string> text = {};
    Html notice = {};  // about the inspel as a whole
};

/// The address of what is done with the inspel on the page; of its workbench when nothing else is named.
std::string workbench_href(const Visit&, AddressBelow<1> = address::inspel_workbench);

/// The workbench of an inspel whose form was refused, with what is wrong.
Response workbench_again(const Visit&, const Inspel&, const ui::Complaints&, int status);

/// Who answers: one of those who do, or anybody else.
Html owner_field(const Visit&, const std::string& name, const std::string& owner);

/// Where the draft of an issue's answer is kept.
DraftPlace answer_place(const Visit&, const Issue&);

/// One issue next to its inspel. Only the current one has its form open, so a page has one answer form at
/// most.
Html issue_view(const Visit&, const Issue&, const Unsaved&, bool is_current);

}  // namespace medskapa::web::issue::desk
