#pragma once

#include "app/checklist/judgement.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/table.hpp"

#include <string>
#include <vector>

namespace medskapa::web::checklist {

/// A list with how each of its requirements stands now.
struct OpenedChecklist {
    const Checklist* list = nullptr;
    std::vector<app::RequirementState> states = {};
};
std::vector<OpenedChecklist> opened_checklists(const Visit&);

/// A sign with its word.
Html status_view(Judgement::Status, const Words&);
/// What the site found, what a person judged with evidence and when, as links.
Html ground_of(const Visit&, const app::RequirementState&);
/// A link for each reference of somebody's evidence, with a point before each; what is gone is named only.
Html evidence_links(const Visit&, const std::string& evidence);
/// "Valid from 1 May 2012. Source: … To verify before it is quoted as law."
std::string rules_of(const Checklist&, const Words&);

std::size_t count_of(const std::vector<app::RequirementState>&, Judgement::Status);

}  // namespace medskapa::web::checklist
