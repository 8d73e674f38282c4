#include "web/issue/desk/acts.hpp"

#include "app/inspel/inspel.hpp"
#include "app/issue/issues.hpp"
#include "store/inspel/inspel_store.hpp"
#include "web/frame/flash.hpp"
#include "web/issue/addresses.hpp"
#include "web/issue/desk/queue.hpp"

namespace medskapa::web::issue::desk {
namespace {

Id<Issue> issue_of(const Visit& visit) {
    return {Visit::number(visit.path.at("issue")).value_or(0)};
}

std::string workbench_of(const Visit& visit, const Issue& issue) {
    const auto inspel = store::find_inspel(visit.db, issue.inspel);
    return visit.href(address::inspel_workbench, inspel ? inspel->number : 0);
}

Response back_to_workbench(const Visit& visit, Notice done, const Result<Issue>& result) {
    if (!result) return problem(visit, result.error().kind);
    return see_other(with_notice(done, workbench_of(visit, *result)));
}

}  // namespace

Response remove_issue(const Visit& visit) {
    return back_to_workbench(visit, Notice::unsplit,
        visit.write([&](auto& act) { return app::remove_issue(act, issue_of(visit)); }));
}

Response leave_group(const Visit& visit) {
    return back_to_workbench(visit, Notice::left_group,
        visit.write([&](auto& act) { return app::leave_group(act, issue_of(visit)); }));
}

Response group(const Visit& visit) {
    std::vector<Id<Issue>> issues;
    for (const auto& value : visit.fields("val"))
        if (const auto number = Visit::number(value)) issues.push_back({*number});
    const auto asked = visit.field("gor");
    const auto queue = within(part_of(visit), visit.href(address::to_answer));
    if (issues.empty()) return to_answer_again(visit, {{"val", N_("Choose at least one issue")}});
    if (asked == "mig") {
        const auto done = visit.write([&](auto& act) -> Result<bool> {
            for (const auto issue : issues) {
                const auto one = app::assign_issue(act, issue, visit.signed_in->user.name, std::nullopt);
                if (!one) return tl::unexpected{one.error()};
            }
            return true;
        });
        return done ? see_other(with_notice(Notice::assigned, queue)) : problem(visit, done.error().kind);
    }
    const auto grouped = visit.write([&](auto& act) { return app::group_issues(act, issues, ""); });
    if (grouped) return see_other(with_notice(Notice::grouped, queue));
    if (grouped.error().complaints.empty()) return problem(visit, grouped.error().kind);
    return to_answer_again(visit, grouped.error().complaints);
}

Response show_addition(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number")).value_or(0);
    const Id<Addition> addition{Visit::number(visit.field("tillagg")).value_or(0)};
    const auto shown = visit.write([&](auto& act) { return app::show_addition(act, number, addition); });
    if (!shown) return problem(visit, shown.error().kind);
    return see_other(with_notice(Notice::shown, visit.href(address::inspel_workbench, number)));
}

}  // namespace medskapa::web::issue::desk
