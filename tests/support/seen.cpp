#include "support/seen.hpp"

#include "store/conversation/columns.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/conversation/seen_versions.hpp"
#include "store/conversation/voter_store.hpp"
#include "store/decision/completeness_store.hpp"
#include "store/decision/decision_store.hpp"
#include "store/document/document_store.hpp"
#include "store/document/seen_versions.hpp"
#include "store/inspel/columns.hpp"
#include "store/issue/columns.hpp"
#include "store/moderation/columns.hpp"
#include "store/own_page/columns.hpp"
#include "store/referral/columns.hpp"
#include "store/retention/columns.hpp"
#include "store/site/site_store.hpp"
#include "store/sql/version.hpp"
#include "store/statistics/columns.hpp"

namespace example {
namespace {

template <const auto& table>
void see_all(sql::Connection& db, Versions& all) {
    for (const auto& row : sql::all<table>(db, "WHERE 1 = 1")) all.push_back(sql::version_of<table>(row));
}

void see_conversation(sql::Connection& db, const Activity& activity, Versions& all) {
    constexpr int most_groups = 6;
    all.push_back(store::version_of(store::conversation_of(db, activity)));
    all.push_back(store::version_of(activity.id, store::population_of(db, activity.id)));
    auto names = store::group_names(db, activity.id);
    for (int label = 0; label < most_groups; ++label)
        all.push_back(store::version_of_group(activity.id, label, names[label]));
}

void see_process(sql::Connection& db, Id<Process> process, Versions& all) {
    for (const auto& document : store::documents_of(db, process)) {
        const auto draft = store::draft_of(db, document.id);
        const auto lines = store::lines_of(db, draft.id);
        all.push_back(store::version_of(draft, lines));
        for (const auto& line : lines) all.push_back(store::version_of(line));
    }
    for (const auto& activity : store::activities_of(db, process))
        if (activity.kind == Activity::Kind::opinion) see_conversation(db, activity, all);
    for (const auto& decision : store::decisions_of(db, process))
        all.push_back(store::version_of_notice(decision));
    all.push_back(store::version_of(process, store::gate_of(db, process)));
}

}  // namespace

Versions everything_seen(sql::Connection& db) {
    Versions all;
    see_all<store::tables::inspel>(db, all);
    see_all<store::tables::addition>(db, all);
    see_all<store::tables::issue>(db, all);
    see_all<store::tables::answer>(db, all);
    see_all<store::tables::statement>(db, all);
    see_all<store::tables::party>(db, all);
    see_all<store::tables::referral_answer>(db, all);
    see_all<store::tables::original_file>(db, all);
    see_all<store::tables::citation>(db, all);
    see_all<store::tables::content_report>(db, all);
    see_all<store::tables::appeal>(db, all);
    see_all<store::tables::own_request>(db, all);
    see_all<store::tables::retention_rule>(db, all);
    for (const auto& process : store::processes(db)) see_process(db, process.id, all);
    return all;
}

}  // namespace example
