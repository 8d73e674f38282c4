#include "web/referral/answers.hpp"

#include "base/language/collation.hpp"
#include "base/text.hpp"
#include "web/inspel/addresses.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/words.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/table.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace medskapa::web::referral {
namespace {

using Answers = std::vector<store::ReceivedAnswer>;

/// What the register can be sorted by, as the address says it.
enum class Order { kind, name, day, position };
constexpr std::array<std::string_view, 4> orders{"slag", "namn", "dag", "standpunkt"};

Order order_asked_for(const Visit& visit) {
    const auto found = std::find(orders.begin(), orders.end(), visit.query("ordning"));
    return found == orders.end() ? Order::kind : static_cast<Order>(found - orders.begin());
}

/// One line of the register: somebody who was asked, or who answered unasked.
struct Entry {
    std::string name;
    Html shown_name;
    Party::Kind kind = Party::Kind::other;
    Html state;
    std::optional<Instant> answered_at = {};
    std::optional<Position> position = {};
    Html answers = {};
    bool is_used = false;
};

std::string day_of(const Visit& visit, Instant t) {
    return visit.words.day(visit.site.clock.day(t));
}

Html answered_text(const Visit& visit, const Party& party) {
    const auto& words = visit.words;
    const auto answered = words("Answered {}", day_of(visit, *party.answered_at));
    if (visit.site.clock.day(*party.answered_at) > party.last_day())
        return html("{}, <span class=\"late\">{}</span>", answered,
            words("after the last day, {}", words.day(party.last_day())));
    if (!party.extended_to) return html("{}", answered);
    return html("{}, {}", answered, words("had been given until {}", words.day(*party.extended_to)));
}

Html state_text(const Visit& visit, const Party& party) {
    const auto& words = visit.words;
    switch (party.state(visit.today())) {
        case Party::State::answered: return answered_text(visit, party);
        case Party::State::abstained:
            return html(
                "{}", words("Declined to reply, {}",
                          day_of(visit, party.abstained_at ? *party.abstained_at : *party.declined_at)));
        case Party::State::invited:
            return html("{}", words("Invited, may answer until {}", words.day(party.last_day())));
        case Party::State::silent: break;
    }
    return html("{}", words("Did not answer by {}", words.day(party.last_day())));
}

/// An answer that has not been read yet, or is not shown, may say anything under any name, so only that it
/// came is shown.
void add_answer(const Visit& visit, Entry& entry, const store::ReceivedAnswer& answer) {
    entry.is_used = entry.is_used || answer.is_used;
    if (answer.state != Inspel::State::published) {
        const bool is_being_read = answer.state == Inspel::State::received;
        entry.answers +=
            html("{}", is_being_read ? visit.words("Is being read") : visit.words("Is not shown"));
        return;
    }
    entry.position = named<Position>(answer.answer.draft.position);
    if (!answer.answer.is_from_whom_it_says())
        entry.state += html(R"(<br><span class="late">{}</span>)", visit.words("Sender not confirmed"));
    entry.answers += html(R"( <a class="n" href="{}">I-{}</a>)",
        visit.href(address::inspel_page, answer.inspel_number), answer.inspel_number);
}

std::vector<Entry> invited_entries(
    const Visit& visit, const std::vector<Party>& parties, const Answers& answers) {
    std::vector<Entry> entries;
    for (const auto& party : parties) {
        Entry entry{.name = party.name,
            .shown_name = ui::in_language(party.name, "sv", visit.words),
            .kind = party.kind,
            .state = state_text(visit, party),
            .answered_at = party.answered_at};
        for (const auto& answer : answers)
            if (answer.answer.party == party.id) add_answer(visit, entry, answer);
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<Entry> uninvited_entries(const Visit& visit, const Answers& answers) {
    std::vector<Entry> entries;
    for (const auto& answer : answers) {
        if (answer.answer.party || answer.state != Inspel::State::published) continue;
        const auto& organisation = answer.organisation;
        const auto nobodys = visit.words("A private person or other");
        Entry entry{.name = organisation.empty() ? nobodys : organisation,
            .shown_name =
                organisation.empty() ? html("{}", nobodys) : ui::in_language(organisation, "sv", visit.words),
            .kind = party_kind_of(answer.actor_kind),
            .state = html("{}", visit.words("Answered {}", day_of(visit, answer.received_at))),
            .answered_at = answer.received_at};
        add_answer(visit, entry, answer);
        entries.push_back(std::move(entry));
    }
    return entries;
}

/// Those who have not answered, or not been read, come last; those alike by name.
void sort(std::vector<Entry>& entries, Order order, Language language) {
    const auto& names = collation_of(language);
    std::stable_sort(entries.begin(), entries.end(),
        [&](const Entry& a, const Entry& b) { return names.is_before(a.name, b.name); });
    const auto by = [&](auto key) {
        std::stable_sort(
            entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
    };
    switch (order) {
        case Order::name: return;
        case Order::kind: return by([](const Entry& e) { return e.kind; });
        case Order::day: return by([](const Entry& e) { return e.answered_at.value_or(Instant::max()); });
        case Order::position: break;
    }
    by([](const Entry& e) {
        return e.position ? static_cast<std::size_t>(*e.position) : names_of<Position>.size();
    });
}

Html table_of(const Visit& visit, const std::string& caption, const std::vector<Entry>& entries) {
    const auto& words = visit.words;
    if (entries.empty()) return {};
    ui::Table table{.caption = caption,
        .columns = {{words("Name")}, {words("Type")}, {words("Status")}, {words("Position")},
            {words("Answers")}, {words("Led to a change")}},
        .narrow = ui::Narrow::stacks};
    for (const auto& entry : entries)
        table.rows.push_back({entry.shown_name, html("{}", shown(entry.kind, words)), entry.state,
            entry.position ? html("{}", shown(*entry.position, words)) : Html{}, entry.answers,
            entry.is_used ? html("{}", words("Yes")) : Html{}});
    return ui::table(table);
}

Html order_view(const Visit& visit, const Referral& referral, Order current) {
    const auto& words = visit.words;
    const std::array<std::string, 4> names{words("Type"), words("Name"), words("Day"), words("Position")};
    const auto page = visit.href(address::referral_page, referral.number);
    Html items;
    for (std::size_t i = 0; i < orders.size(); ++i)
        items += html(R"( <a class="chip" href="{href}"{current}>{name}</a>)",
            "href"_a = with_query(page + "#svaren", {{"ordning", orders[i]}}),
            "current"_a = static_cast<Order>(i) == current ? html(" aria-current=\"true\"") : Html{},
            "name"_a = names[i]);
    return html(R"(<nav class="row" aria-label="{0}"><span>{0}</span>{1}</nav>)", words("Sort by"), items);
}

/// "Tillstyrker 5 · Avstyrker delar 2"
Html positions_view(const Visit& visit, const std::vector<Entry>& entries) {
    std::map<Position, std::int64_t> counts;
    for (const auto& entry : entries)
        if (entry.position) ++counts[*entry.position];
    std::vector<std::string> parts;
    for (const auto& [position, count] : counts)
        parts.push_back(shown(position, visit.words) + " " + visit.words.number(count));
    return parts.empty() ? Html{} : html("<p>{}</p>", fmt::format("{}", fmt::join(parts, " · ")));
}

}  // namespace

Html answers_view(
    const Visit& visit, const Referral& referral, const std::vector<Party>& parties, const Answers& answers) {
    const auto& words = visit.words;
    const auto order = order_asked_for(visit);
    auto invited = invited_entries(visit, parties, answers);
    auto others = uninvited_entries(visit, answers);
    sort(invited, order, words.language());
    sort(others, order, words.language());
    auto all = invited;
    all.insert(all.end(), others.begin(), others.end());
    return html(R"(
<section>
  <h2 id="svaren">{title}</h2>
  {positions}
  {order}
  {nobody}
  {invited}
  {others}
</section>)",
        "title"_a = words("Invited parties and answers"), "positions"_a = positions_view(visit, all),
        "order"_a = order_view(visit, referral, order),
        "nobody"_a =
            invited.empty() ? html("<p>{}</p>", words("Nobody has been asked by name yet.")) : Html{},
        "invited"_a = table_of(visit, words("Those who were asked"), invited),
        "others"_a = table_of(visit, words("Others who answered"), others));
}

}  // namespace medskapa::web::referral
