#include "app/inspel/inspel_import.hpp"

#include "app/inspel/entering.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/site/site_store.hpp"

#include <algorithm>
#include <map>

namespace medskapa::app {
namespace {

using Complaints = std::vector<Complaint>;

struct Offered {
    InspelChoices choices;
    std::vector<Activity> activities;
};

// How a Swedish table says it. The words of the open data (paper, citizen) are read too.
const std::map<std::string, Channel, std::less<>> channels{{"webb", Channel::web}, {"webben", Channel::web},
    {"brev", Channel::paper}, {"papper", Channel::paper}, {"telefon", Channel::phone},
    {"e-post", Channel::email}, {"epost", Channel::email}, {"mejl", Channel::email},
    {"enkät", Channel::survey}, {"verkstad", Channel::workshop}, {"workshop", Channel::workshop},
    {"möte", Channel::meeting}, {"projektrapport", Channel::project_report}};
const std::map<std::string, ActorKind, std::less<>> senders{{"privatperson", ActorKind::citizen},
    {"företag", ActorKind::business}, {"förening", ActorKind::civil_society},
    {"civilsamhälle", ActorKind::civil_society}, {"kommun", ActorKind::municipality},
    {"region", ActorKind::region}, {"statlig myndighet", ActorKind::state_authority},
    {"myndighet", ActorKind::state_authority}, {"högskola", ActorKind::academia},
    {"universitet", ActorKind::academia}, {"högskola eller skola", ActorKind::academia},
    {"samisk organisation", ActorKind::sami_organisation}, {"annan", ActorKind::other},
    {"annat", ActorKind::other}};

/// The word as the open data has it; what nobody knows stays as it was typed.
template <class Enum>
std::string known_word(const std::map<std::string, Enum, std::less<>>& swedish, const std::string& typed) {
    for (const auto& [word, value] : swedish)
        if (sheets::folded(word) == sheets::folded(typed)) return std::string{name_of(value)};
    return typed;
}

/// Håbo is not Habo: a name that is written as it is goes before one that only looks alike.
std::string municipality_code(const std::vector<Municipality>& places, const std::string& typed) {
    for (const auto& place : places)
        if (text::lower(place.name) == text::lower(typed)) return place.code;
    for (const auto& place : places)
        if (sheets::folded(place.name) == sheets::folded(typed)) return place.code;
    return typed;
}

std::string topic_slug(const std::vector<Topic>& topics, const std::string& typed) {
    for (const auto& topic : topics)
        if (sheets::folded(topic.title.original()) == sheets::folded(typed)) return topic.slug;
    return typed;
}

InspelDraft draft_of(const csv::Row& row, const InspelChoices& choices) {
    InspelDraft draft;
    draft.text = row["text"];
    draft.title = row["title"];
    draft.topic = topic_slug(choices.topics, row["topic"]);
    draft.concerns = row["concerns"];
    if (draft.concerns.empty() && !choices.subjects.empty()) draft.concerns = choices.subjects.front().key;
    draft.municipality = municipality_code(choices.municipalities, row["municipality"]);
    draft.actor_kind = known_word(senders, row["actor_kind"]);
    if (draft.actor_kind.empty()) draft.actor_kind = name_of(ActorKind::citizen);
    draft.organisation = row["organisation"];
    draft.contact = row["contact"];
    const auto& language = row["lang"];
    if (!language.empty()) draft.language = language;
    return draft;
}

void read_channel(const csv::Row& row, Entered& entered, Complaints& complaints) {
    const auto typed = known_word(channels, row["channel"]);
    if (typed.empty()) return;
    if (find_name<Channel>(typed, entered.channel) && entered.channel != Channel::referral) return;
    complaints.push_back(
        {Field::channel, N_("Write one of webb, brev, telefon, e-post, enkät, verkstad, möte, "
                            "projektrapport")});
}

void read_time(
    const csv::Row& row, const Clock& clock, Instant now, Entered& entered, Complaints& complaints) {
    const auto& typed = row["received_at"];
    entered.received_at = now;
    if (typed.empty()) return;
    const auto local = time::read_local(typed);
    if (!local) {
        complaints.push_back(
            {Field::received, N_("Write the day as 2026-05-14, with or without a time as 2026-05-14 10:30")});
        return;
    }
    entered.received_at = clock.instant(*local);
    if (entered.received_at > now) complaints.push_back({Field::received, N_("Choose a day that has been")});
}

void read_activity(const csv::Row& row, const Offered& offered, Entered& entered, Complaints& complaints) {
    const auto& typed = row["activity"];
    if (typed.empty()) return;
    const auto found = std::find_if(offered.activities.begin(), offered.activities.end(),
        [&](const Activity& activity) { return activity.slug == typed; });
    if (found == offered.activities.end()) {
        complaints.push_back({Field::activity, N_("No activity has this address")});
        return;
    }
    entered.activity = found->id;
    entered.step = found->step;
}

/// What is wrong with the inspel, in words for who filled in a table and chose nothing in a form.
void in_a_table(const Complaints& found, Complaints& mine) {
    for (const auto& complaint : found) {
        if (complaint.place == Field::actor_kind)
            mine.push_back({Field::actor_kind,
                N_("Write one of privatperson, företag, förening, kommun, region, statlig "
                   "myndighet, högskola, samisk organisation, annan")});
        else
            mine.push_back(complaint);
    }
}

/// The row's own complaints, with its line.
void tell(const csv::Row& row, const Complaints& found, Complaints& all) {
    for (auto complaint : found) {
        complaint.place = Place::in_row(row.line(), complaint.place);
        all.push_back(std::move(complaint));
    }
}

tl::unexpected<Failure> without_texts(const sheets::NamedTable& table) {
    if (table.sheet.empty())
        return refuse(Failure::Kind::invalid,
            {{Field::file, N_("No column is called text. The first line of the file names: {}"),
                {table.names()}}});
    return refuse(Failure::Kind::invalid,
        {{Field::file, N_("No column is called text. Row {} of the sheet {} names: {}"),
            {table.header_row, table.sheet, table.names()}}});
}

}  // namespace

const std::vector<sheets::KnownColumn>& inspel_columns() {
    static const std::vector<sheets::KnownColumn> columns{{"text", {"text"}}, {"title", {"rubrik", "title"}},
        {"received_at", {"mottaget", "received_at"}, {"inkom", "datum", "date"}},
        {"channel", {"kanal", "channel"}}, {"activity", {"aktivitet", "activity"}},
        {"actor_kind", {"vem", "actor_kind"}}, {"organisation", {"organisation"}},
        {"municipality", {"kommun", "municipality"}}, {"topic", {"ämne", "topic"}},
        {"concerns", {"gäller", "concerns"}}, {"contact", {"kontakt", "contact"}},
        {"lang", {"språk", "lang"}}};
    return columns;
}

Result<std::vector<Entered>> read_import(sql::Connection& db, const Process& process,
    const sheets::NamedTable& table, const Clock& clock, Instant now) {
    const Offered offered{{store::topics_of(db, process.id), store::concerns_of(db, process.id),
                              store::municipalities_of(db, process.id)},
        store::activities_of(db, process.id)};
    if (!table.rows.empty() && !table.has("text")) return without_texts(table);
    std::vector<Entered> all;
    Complaints complaints;
    for (const auto& row : table.rows) {
        Entered entered;
        Complaints mine;
        entered.draft = draft_of(row, offered.choices);
        read_channel(row, entered, mine);
        read_time(row, clock, now, entered, mine);
        read_activity(row, offered, entered, mine);
        const auto inspel = compose(offered.choices, entered.draft, entered.channel);
        if (!inspel) in_a_table(inspel.error().complaints, mine);
        tell(row, mine, complaints);
        all.push_back(std::move(entered));
    }
    if (all.empty())
        complaints.push_back({Field::file, N_("The file has no rows. The first line names the columns")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return all;
}

Result<int> import_inspel(
    Permitted<Action::enter_inspel> act, const std::vector<Entered>& entered, const std::string& secret) {
    int count = 0;
    for (const auto& one : entered) {
        const auto receipt = keep_entered(act, one, {hex(random_bytes(16)), secret});
        if (!receipt) return tl::unexpected{receipt.error()};
        ++count;
    }
    return count;
}

}  // namespace medskapa::app
