#include "app/site/description.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "store/site/columns.hpp"
#include "store/site/description_store.hpp"

namespace medskapa::app {

Result<SiteDescription> describe_site(Permitted<Action::describe_site> act, SiteDescription typed) {
    auto description = checked(std::move(typed));
    if (!description) return description;
    description->written_at = act.now();
    description->id = store::add(tx(act), *description);
    record(act, EntryType::site_described, object_named(ObjectKind::site, "pages"));
    return description;
}

Result<LackReport> report_lack(
    Permitted<Action::report_lack> act, const LackReport& typed, const std::string& form_key) {
    auto report = checked(typed);
    if (!report) return report;
    report->received_at = act.now();
    const auto id = store::add(tx(act), *report, form_key);
    if (!id) return store::lack_report_of_form(act.db(), form_key).value();
    report->id = *id;
    record(act, EntryType::lack_reported, object_named(ObjectKind::lack, id->value));
    return report;
}

Result<LackReport> close_lack(Permitted<Action::describe_site> act, Id<LackReport> id) {
    auto report = store::find_lack_report(act.db(), id);
    if (!report) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::lack_report>(act, *report);
    if (report->closed_at) return refuse(Failure::Kind::conflict);
    report->closed_at = act.now();
    report->contact.clear();
    store::change(tx(act), *report);
    record(act, EntryType::lack_closed, object_named(ObjectKind::lack, id.value));
    return *report;
}

}  // namespace medskapa::app
