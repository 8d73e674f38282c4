#include "store/decision/completeness_store.hpp"
#include "store/site/site_store.hpp"
#include "web/decision/report/parts.hpp"
#include "web/inspel/note.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <algorithm>
#include <set>

namespace medskapa::web::decision::report {
namespace {

std::int64_t in(const store::Tally& tally, std::string_view value) {
    const auto found = tally.find(value);
    return found == tally.end() ? 0 : found->second;
}

std::string sender_name(const std::string& kind, const Words& words) {
    return shown(named<ActorKind>(kind), words);
}

std::string place_name(
    const std::string& code, const std::vector<Municipality>& municipalities, const Words& words) {
    if (code == "outside") return words("Outside the county");
    for (const auto& place : municipalities)
        if (place.code == code) return place.name;
    return code.empty() ? words("Not told") : code;
}

std::string state_name(const std::string& state, const Words& words) {
    switch (named<Inspel::State>(state)) {
        case Inspel::State::received: return words("Inspel that wait for review");
        case Inspel::State::published: return words("Published inspel");
        case Inspel::State::declined: return words("Declined inspel");
        case Inspel::State::erased: return words("Erased inspel");
        case Inspel::State::withdrawn: break;
    }
    return words("Withdrawn inspel");
}

std::string outcome_name(const std::string& outcome, const Words& words) {
    return words("Issues: {}", shown(named<Outcome>(outcome), words));
}

std::string channel_name(const std::string& channel, const Words& words) {
    return words("Inspel through: {}", shown(named<Channel>(channel), words));
}

/// Both sides' keys, so that a number that only one of them has is compared with zero.
template <class Counts>
std::set<std::string> keys_of(const Counts& a, const Counts& b) {
    std::set<std::string> keys;
    for (const auto* counts : {&a, &b})
        for (const auto& entry : *counts) keys.insert(entry.first);
    return keys;
}

template <class Name>
void add_tallies(
    std::vector<Number>& numbers, const store::Tally& told, const store::Tally& counted, Name name) {
    for (const auto& key : keys_of(told, counted))
        numbers.push_back({name(key), in(told, key), in(counted, key)});
}

using Shares = std::map<std::string, store::Share, std::less<>>;

store::Share share_in(const Shares& shares, const std::string& key) {
    const auto found = shares.find(key);
    return found == shares.end() ? store::Share{} : found->second;
}

template <class Name>
void add_shares(
    std::vector<Number>& numbers, const Shares& told, const Shares& counted, const Words& words, Name name) {
    for (const auto& key : keys_of(told, counted)) {
        const auto a = share_in(told, key);
        const auto b = share_in(counted, key);
        numbers.push_back({words("Inspel: {}", name(key)), a.inspel, b.inspel});
        numbers.push_back({words("Issues: {}", name(key)), a.issues, b.issues});
        numbers.push_back(
            {words("Inspel that led to change: {}", name(key)), a.inspel_to_change, b.inspel_to_change});
        numbers.push_back(
            {words("Issues that led to change: {}", name(key)), a.issues_to_change, b.issues_to_change});
    }
}

using NamedShare = std::pair<std::string, store::Share>;

std::vector<Html> share_row(const std::string& name, const store::Share& share, const Words& words) {
    std::vector<Html> cells{html("{}", name)};
    for (const auto n : {share.inspel, share.issues, share.inspel_to_change, share.issues_to_change})
        cells.push_back(html("{}", words.number(n)));
    return cells;
}

/// The most inspel first, and the sum last.
Html shares_table(const std::string& caption, const std::string& first, std::vector<NamedShare> shares,
    const Words& words) {
    std::stable_sort(shares.begin(), shares.end(),
        [](const NamedShare& a, const NamedShare& b) { return a.second.inspel > b.second.inspel; });
    ui::Table table{.caption = caption,
        .columns = {{first}, {words("Inspel"), ui::Cell::number}, {words("Issues"), ui::Cell::number},
            {words("Inspel that led to change"), ui::Cell::number},
            {words("Issues that led to change"), ui::Cell::number}}};
    store::Share sum;
    for (const auto& [name, share] : shares) {
        table.rows.push_back(share_row(name, share, words));
        sum += share;
    }
    table.rows.push_back(share_row(words("All together"), sum, words));
    return ui::table(table);
}

/// What was said when not everything had an answer.
Html completeness(const Pen& pen) {
    const auto& words = pen.subject.words;
    auto& db = pen.subject.db;
    const auto gate = store::gate_of(db, pen.subject.process.id);
    const auto waivers = each(store::waivers_of(db, pen.subject.process.id), [&](const Waiver& waiver) {
        return html("\n<p>{} {}</p>",
            words("{} it was decided to go on although {} inspel were not read, {} were not split and {} "
                  "issues had "
                  "no public answer. The reason:",
                pen.day(waiver.waived_at), waiver.missing.unread, waiver.missing.unsplit,
                waiver.missing.unanswered),
            waiver.reason);
    });
    const auto now =
        gate.missing.is_nothing()
            ? words("Every inspel is read and split, and every issue has a public answer.")
            : words(
                  "When the report was made {} inspel were not read, {} were not split and {} issues had "
                  "no public answer.",
                  gate.missing.unread, gate.missing.unsplit, gate.missing.unanswered);
    return html("\n<p>{}</p>{}", now, waivers);
}

}  // namespace

std::vector<Number> numbers_of(const Written& written, const store::Figures& counted, const Words& words) {
    return {{words("Inspel in the appendix"), written.inspel, in(counted.states, "published")},
        {words("Issues in the table"), written.issues, counted.all().issues},
        {words("Changes in the list"), written.changes, counted.changes}};
}

std::vector<Number> numbers_of(
    const store::Figures& told, const store::Figures& counted, const Words& words) {
    std::vector<Number> numbers{{words("Changes of the text"), told.changes, counted.changes}};
    add_tallies(
        numbers, told.states, counted.states, [&](const auto& key) { return state_name(key, words); });
    add_tallies(
        numbers, told.outcomes, counted.outcomes, [&](const auto& key) { return outcome_name(key, words); });
    add_tallies(
        numbers, told.channels, counted.channels, [&](const auto& key) { return channel_name(key, words); });
    add_shares(numbers, told.senders, counted.senders, words,
        [&](const auto& key) { return sender_name(key, words); });
    add_shares(numbers, told.places, counted.places, words,
        [&](const auto& key) { return place_name(key, {}, words); });
    return numbers;
}

Html shares_by_sender(const store::Figures& figures, const Words& words) {
    std::vector<NamedShare> shares;
    for (const auto& [kind, share] : figures.senders) shares.emplace_back(sender_name(kind, words), share);
    return shares_table(words("By sender"), words("Sender"), std::move(shares), words);
}

Html shares_by_place(
    const store::Figures& figures, const std::vector<Municipality>& municipalities, const Words& words) {
    std::vector<NamedShare> shares;
    for (const auto& [code, share] : figures.places)
        shares.emplace_back(place_name(code, municipalities, words), share);
    return shares_table(words("By municipality"), words("Municipality"), std::move(shares), words);
}

void write_summary(Pen& pen, const store::Figures& figures) {
    const auto& words = pen.subject.words;
    const auto all = figures.all();
    ui::Table outcomes{.caption = words("Issues by outcome"),
        .columns = {{words("Outcome")}, {words("Number"), ui::Cell::number}}};
    for (const auto& name : names_of<Outcome>)
        outcomes.rows.push_back({html("{}", shown(name.value, words)),
            html("{}", words.number(in(figures.outcomes, name.word)))});
    pen.put(html("\n<h2>{}</h2>\n<p>{}</p>\n<p>{}</p>{}{}", words("In short"),
        words("{} inspel were published, {} declined and {} withdrawn. They were split into {} issues.",
            words.number(in(figures.states, "published")), words.number(in(figures.states, "declined")),
            words.number(in(figures.states, "withdrawn")), words.number(all.issues)),
        words("{} issues, from {} inspel, led to one or more of {} changes of the text.",
            words.number(all.issues_to_change), words.number(all.inspel_to_change),
            words.number(figures.changes)),
        completeness(pen), ui::table(outcomes)));
}

void write_statistics(Pen& pen, const store::Figures& figures) {
    const auto& words = pen.subject.words;
    ui::Table channels{
        .caption = words("By channel"), .columns = {{words("Channel")}, {words("Inspel"), ui::Cell::number}}};
    for (const auto& [channel, n] : figures.channels)
        channels.rows.push_back(
            {html("{}", shown(named<Channel>(channel), words)), html("{}", words.number(n))});
    pen.put(html("\n<h2>{}</h2>{}{}{}", words("Who was heard"), shares_by_sender(figures, words),
        shares_by_place(figures, store::municipalities_of(pen.subject.db, pen.subject.process.id), words),
        ui::table(channels)));
}

}  // namespace medskapa::web::decision::report
