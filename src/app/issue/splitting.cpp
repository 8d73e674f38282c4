#include "app/issue/splitting.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/issue/issues.hpp"
#include "domain/field.hpp"
#include "domain/inspel/cover.hpp"
#include "store/inspel/columns.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/columns.hpp"
#include "store/issue/desk_index.hpp"
#include "store/issue/issue_store.hpp"
#include "store/site/site_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

Result<Inspel> published_numbered(const Act& act, int number) {
    auto inspel = store::inspel_numbered(act.db(), act.process().id, number);
    if (!inspel) return refuse(Failure::Kind::not_found);
    if (inspel->state != Inspel::State::published) return refuse(Failure::Kind::conflict);
    return *std::move(inspel);
}

std::string object(const Inspel& inspel) {
    return object_named(ObjectKind::inspel, inspel.public_id);
}

}  // namespace

void note_cover(const Act& act, const Inspel& inspel) {
    store::set_split(
        tx(act), inspel.id, is_covered(inspel.shown_text, store::issues_of(act.db(), inspel.id)));
    store::index_for_desk(tx(act), inspel.id);
}

Result<std::int64_t> fill_desk_index(Permitted<Action::administer> act) {
    if (!store::desk_index_is_empty(act.db())) return 0;
    return store::index_all_for_desk(tx(act));
}

Result<Issue> split_off_alike(Permitted<Action::handle_issues> act, int number, const IssueDraft& draft,
    Day received_on, Id<Issue> alike) {
    const auto issue = split_inspel(act, number, draft, received_on);
    if (!issue || !alike) return issue;
    // The page showed what the other says, and not the whole of its row.
    const auto joined = group_issues(in_process(act, act.process()), {alike, issue->id}, "");
    if (!joined) return tl::unexpected{joined.error()};
    return store::find_issue(act.db(), act.process().id, issue->id).value();
}

Result<Inspel> set_rest_aside(Permitted<Action::handle_issues> act, int number) {
    const auto inspel = published_numbered(act, number);
    if (!inspel) return inspel;
    demand_seen<store::tables::inspel>(act, *inspel, {inspel->shown_text});
    if (store::is_split(act.db(), inspel->id)) return refuse(Failure::Kind::conflict);
    store::set_split(tx(act), inspel->id, true);
    record(act, EntryType::inspel_rest_set_aside, object(*inspel));
    return inspel;
}

Result<Inspel> split_again(Permitted<Action::handle_issues> act, int number) {
    const auto inspel = published_numbered(act, number);
    if (!inspel) return inspel;
    if (!store::is_split(act.db(), inspel->id)) return refuse(Failure::Kind::conflict);
    note_cover(act, *inspel);
    record(act, EntryType::inspel_rest_taken_up, object(*inspel));
    return inspel;
}

Result<Issue> change_topic(Permitted<Action::handle_issues> act, Id<Issue> id, Id<Topic> topic) {
    auto issue = store::find_issue(act.db(), act.process().id, id);
    if (!issue) return refuse(Failure::Kind::not_found);
    const auto topics = store::topics_of(act.db(), act.process().id);
    const auto known =
        std::find_if(topics.begin(), topics.end(), [&](const Topic& one) { return one.id == topic; });
    if (known == topics.end())
        return refuse(Failure::Kind::invalid, {{Field::topic, N_("Choose one of the topics")}});
    demand_seen<store::tables::issue>(act, *issue, {issue->title});
    issue->topic = topic;
    store::change(tx(act), *issue);
    const auto inspel = store::find_inspel(act.db(), issue->inspel).value();
    record(act, EntryType::issue_topic_changed,
        part_named(object(inspel), ObjectKind::issue, issue->position), {{"topic", known->slug}});
    return *issue;
}

}  // namespace medskapa::app
