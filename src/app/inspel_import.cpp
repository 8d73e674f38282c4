#include "app/inspel_import.hpp"

#include "base/text.hpp"
#include "store/site_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

using Complaints = std::vector<Complaint>;

struct Offered {
    InspelChoices choices;
    std::vector<Activity> activities;
};

const std::string& cell(const csv::Row& row, std::string_view swedish, std::string_view english) {
    const auto& value = row[swedish];
    return value.empty() ? row[english] : value;
}

std::string municipality_code(const std::vector<Municipality>& places, const std::string& typed) {
    for (const auto& place : places)
        if (text::lower(place.name) == text::lower(typed)) return place.code;
    return typed;
}

std::string topic_slug(const std::vector<Topic>& topics, const std::string& typed) {
    for (const auto& topic : topics)
        if (text::lower(topic.title.sv) == text::lower(typed)) return topic.slug;
    return typed;
}

InspelDraft draft_of(const csv::Row& row, const InspelChoices& choices) {
    InspelDraft draft;
    draft.text = row["text"];
    draft.title = cell(row, "rubrik", "title");
    draft.topic = topic_slug(choices.topics, cell(row, "amne", "topic"));
    draft.concerns = cell(row, "galler", "concerns");
    if (draft.concerns.empty() && !choices.subjects.empty()) draft.concerns = choices.subjects.front().key;
    draft.municipality = municipality_code(choices.municipalities, cell(row, "kommun", "municipality"));
    draft.actor_kind = cell(row, "vem", "actor_kind");
    if (draft.actor_kind.empty()) draft.actor_kind = name_of(ActorKind::citizen);
    draft.organisation = row["organisation"];
    draft.contact = cell(row, "kontakt", "contact");
    const auto& language = cell(row, "sprak", "lang");
    if (!language.empty()) draft.language = language;
    return draft;
}

void read_channel(const csv::Row& row, Entered& entered, Complaints& complaints) {
    const auto& typed = cell(row, "kanal", "channel");
    if (typed.empty()) return;
    if (find_name<Channel>(typed, entered.channel) && entered.channel != Channel::referral) return;
    complaints.push_back({"kanal", N_("Write the channel as one of web, paper, phone, email, survey, "
                                      "workshop, meeting, project_report")});
}

void read_time(
    const csv::Row& row, const Clock& clock, Instant now, Entered& entered, Complaints& complaints) {
    const auto& typed = cell(row, "mottaget", "received_at");
    entered.received_at = now;
    if (typed.empty()) return;
    const auto local = time::read_local(typed);
    if (!local) {
        complaints.push_back(
            {"mottaget", N_("Write the day as 2026-05-14, with or without a time as 2026-05-14 10:30")});
        return;
    }
    entered.received_at = clock.instant(*local);
    if (entered.received_at > now) complaints.push_back({"mottaget", N_("Choose a day that has been")});
}

void read_activity(const csv::Row& row, const Offered& offered, Entered& entered, Complaints& complaints) {
    const auto& typed = cell(row, "aktivitet", "activity");
    if (typed.empty()) return;
    const auto found = std::find_if(offered.activities.begin(), offered.activities.end(),
        [&](const Activity& activity) { return activity.slug == typed; });
    if (found == offered.activities.end()) {
        complaints.push_back({"aktivitet", N_("No activity has this address")});
        return;
    }
    entered.activity = found->id;
    entered.step = found->step;
}

/// The row's own complaints, told with its line.
void tell(const csv::Row& row, const Complaints& found, Complaints& all) {
    for (auto complaint : found) {
        complaint.field = "rad " + std::to_string(row.line()) + ", " + complaint.field;
        all.push_back(std::move(complaint));
    }
}

}  // namespace

Result<std::vector<Entered>> read_import(sql::Connection& db, const Process& process,
    const std::vector<csv::Row>& rows, const Clock& clock, Instant now) {
    const Offered offered{{store::topics_of(db, process.id), store::concerns_of(db, process.id),
                              store::municipalities_of(db, process.id)},
        store::activities_of(db, process.id)};
    std::vector<Entered> all;
    Complaints complaints;
    for (const auto& row : rows) {
        Entered entered;
        Complaints mine;
        entered.draft = draft_of(row, offered.choices);
        read_channel(row, entered, mine);
        read_time(row, clock, now, entered, mine);
        read_activity(row, offered, entered, mine);
        const auto inspel = compose(offered.choices, entered.draft, entered.channel);
        if (!inspel)
            mine.insert(mine.end(), inspel.error().complaints.begin(), inspel.error().complaints.end());
        tell(row, mine, complaints);
        all.push_back(std::move(entered));
    }
    if (all.empty())
        complaints.push_back({"fil", N_("The file has no rows. The first line names the columns")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return all;
}

Result<int> import_inspel(sql::Transaction& tx, const Permit& permit, const Process& process,
    const std::vector<Entered>& entered, const std::string& secret) {
    int count = 0;
    for (const auto& one : entered) {
        const auto receipt = enter_inspel(tx, permit, process, one, secret);
        if (!receipt) return tl::unexpected{receipt.error()};
        ++count;
    }
    return count;
}

}  // namespace medskapa::app
