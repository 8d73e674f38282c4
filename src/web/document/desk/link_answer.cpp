#include "app/document/document.hpp"
#include "app/document/draft.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "web/document/desk/pages.hpp"
#include "web/issue/addresses.hpp"

namespace medskapa::web::document::desk {

Response link_answer(const Visit& visit) {
    const Id<Issue> issue{Visit::number(visit.path.at("issue")).value_or(0)};
    auto reference = visit.field("andring");
    if (const auto hyphen = reference.rfind('-'); hyphen != reference.npos)
        reference.remove_prefix(hyphen + 1);
    const auto number = Visit::number(reference).value_or(0);
    const auto linked = visit.write([&](auto& act) { return app::link_answer(act, issue, number); });
    if (!linked) return problem(visit, linked.error().kind);
    const auto known = store::find_issue(visit.db, visit.process->id, issue);
    const auto inspel = store::find_inspel(visit.db, known->inspel);
    return see_other(visit.href(address::inspel_workbench, inspel->number));
}

}  // namespace medskapa::web::document::desk
