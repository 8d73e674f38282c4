#include "store/decision/completeness_store.hpp"
#include "store/site/site_store.hpp"
#include "web/decision/report/parts.hpp"
#include "web/decision/waiver.hpp"
#include "web/inspel/note.hpp"

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
    if (code == "outside") return words("Outside the region");
    for (const auto& place : municipalities)
        if (place.code == code) return place.name;
    return code.empty() ? words("Not stated") : code;
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
    std::vector<Number>& numbers, const store::Tally& reported, const store::Tally& counted, Name name) {
    for (const auto& key : keys_of(reported, counted))
        numbers.push_back({name(key), in(reported, key), in(counted, key)});
}

using Shares = std::map<std::string, store::Share, std::less<>>;

store::Share share_in(const Shares& shares, const std::string& key) {
    const auto found = shares.find(key);
    return found == shares.end() ? store::Share{} : found->second;
}

template <class Name>
void add_shares(std::vector<Number>& numbers, const Shares& reported, const Shares& counted,
    const Words& words, Name name) {
    for (const auto& key : keys_of(reported, counted)) {
        const auto a = share_in(reported, key);
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

office::TableRow share_row(const std::string& name, const store::Share& share, const Words& words) {
    office::TableRow cells{office::cell(name)};
    for (const auto n : {share.inspel, share.issues, share.inspel_to_change, share.issues_to_change})
        cells.push_back(office::cell(words.number(n)));
    return cells;
}

/// The most inspel first, and the sum last.
Table shares_table(const std::string& caption, const std::string& first, std::vector<NamedShare> shares,
    const Words& words) {
    std::stable_sort(shares.begin(), shares.end(),
        [](const NamedShare& a, const NamedShare& b) { return a.second.inspel > b.second.inspel; });
    Table table{{caption, true,
        {{first}, {words("Inspel"), true}, {words("Issues"), true},
            {words("Inspel that led to change"), true}, {words("Issues that led to change"), true}}}};
    store::Share sum;
    for (const auto& [name, share] : shares) {
        table.rows.push_back(share_row(name, share, words));
        sum += share;
    }
    table.rows.push_back(share_row(words("Total"), sum, words));
    return table;
}

/// What was said when not everything had an answer.
void put_completeness(const Pen& pen) {
    const auto& words = pen.subject.words;
    auto& db = pen.subject.db;
    const auto gate = store::gate_of(db, pen.subject.process.id);
    pen.put(office::paragraph(
        gate.missing.lacks_no_answer()
            ? words("Every inspel is read and split, and every issue has a public answer.")
            : words("When the report was made {} inspel were not read, {} were not split and {} issues had "
                    "no public answer.",
                  gate.missing.unread, gate.missing.unsplit, gate.missing.unanswered)));
    if (gate.missing.unassessed > 0)
        pen.put(office::paragraph(words.count("The impact assessments lack {} thing.",
            "The impact assessments lack {} things.", gate.missing.unassessed)));
    for (const auto& waiver : store::waivers_of(db, pen.subject.process.id))
        pen.put(
            office::paragraph(waiver_text(waiver, pen.day(waiver.waived_at), words) + " " + waiver.reason));
}

Table outcomes_table(const store::Figures& figures, const Words& words) {
    Table table{{words("Issues by outcome"), true, {{words("Outcome")}, {words("Number"), true}}}};
    for (const auto& name : names_of<Outcome>)
        table.rows.push_back({office::cell(shown(name.value, words)),
            office::cell(words.number(in(figures.outcomes, name.word)))});
    return table;
}

Table channels_table(const store::Figures& figures, const Words& words) {
    Table table{{words("By channel"), true, {{words("Channel")}, {words("Inspel"), true}}}};
    for (const auto& [channel, n] : figures.channels)
        table.rows.push_back(
            {office::cell(shown(named<Channel>(channel), words)), office::cell(words.number(n))});
    return table;
}

void put(const Pen& pen, const Table& table) {
    office::add_table(pen.sink, table.head, table.rows);
}

}  // namespace

std::vector<Number> numbers_of(const Written& written, const store::Figures& counted, const Words& words) {
    return {{words("Inspel in the appendix"), written.inspel, in(counted.states, "published")},
        {words("Issues in the table"), written.issues, counted.all().issues},
        {words("Changes in the list"), written.changes, counted.changes}};
}

std::vector<Number> numbers_of(
    const store::Figures& reported, const store::Figures& counted, const Words& words) {
    std::vector<Number> numbers{{words("Changes of the text"), reported.changes, counted.changes}};
    add_tallies(
        numbers, reported.states, counted.states, [&](const auto& key) { return state_name(key, words); });
    add_tallies(numbers, reported.outcomes, counted.outcomes,
        [&](const auto& key) { return outcome_name(key, words); });
    add_tallies(numbers, reported.channels, counted.channels,
        [&](const auto& key) { return channel_name(key, words); });
    add_shares(numbers, reported.senders, counted.senders, words,
        [&](const auto& key) { return sender_name(key, words); });
    add_shares(numbers, reported.places, counted.places, words,
        [&](const auto& key) { return place_name(key, {}, words); });
    return numbers;
}

Table shares_by_sender(const store::Figures& figures, const Words& words) {
    std::vector<NamedShare> shares;
    for (const auto& [kind, share] : figures.senders) shares.emplace_back(sender_name(kind, words), share);
    return shares_table(words("By sender"), words("Sender"), std::move(shares), words);
}

Table shares_by_place(
    const store::Figures& figures, const std::vector<Municipality>& municipalities, const Words& words) {
    std::vector<NamedShare> shares;
    for (const auto& [code, share] : figures.places)
        shares.emplace_back(place_name(code, municipalities, words), share);
    return shares_table(words("By municipality"), words("Municipality"), std::move(shares), words);
}

void write_summary(Pen& pen, const store::Figures& figures) {
    const auto& words = pen.subject.words;
    const auto all = figures.all();
    pen.put({office::heading(2, words("In short")),
        office::paragraph(
            words("{} inspel were published, {} declined and {} withdrawn. They were split into {} issues.",
                words.number(in(figures.states, "published")), words.number(in(figures.states, "declined")),
                words.number(in(figures.states, "withdrawn")), words.number(all.issues))),
        office::paragraph(words("{} issues, from {} inspel, led to one or more of {} changes of the text.",
            words.number(all.issues_to_change), words.number(all.inspel_to_change),
            words.number(figures.changes)))});
    put_completeness(pen);
    put(pen, outcomes_table(figures, words));
}

void write_statistics(Pen& pen, const store::Figures& figures) {
    const auto& words = pen.subject.words;
    pen.put(office::heading(2, words("Who was heard")));
    put(pen, shares_by_sender(figures, words));
    put(pen,
        shares_by_place(figures, store::municipalities_of(pen.subject.db, pen.subject.process.id), words));
    put(pen, channels_table(figures, words));
}

}  // namespace medskapa::web::decision::report
