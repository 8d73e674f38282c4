#include "web/site/desk/form.hpp"
#include "app/priority/priority.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/priority/priority_store.hpp"
#include "web/priority/addresses.hpp"
#include "web/priority/desk/pages.hpp"
#include "web/priority/desk/parts.hpp"
#include "web/priority/desk/words.hpp"
#include "web/priority/views.hpp"
#include "web/statistics/citing.hpp"
#include "web/ui/in_language.hpp"

#include <charconv>

namespace medskapa::web::priority::desk {
namespace {

using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;

std::optional<Priority> asked_for(const Visit& visit, sql::Connection& db) {
    const auto number = Visit::number(visit.path.at("priority"));
    return number ? store::priority_numbered(db, visit.process->id, *number) : std::nullopt;
}

/// A whole number, as people write it with blanks between thousands; below zero where it is none.
std::int64_t whole_number(std::string typed) {
    std::erase(typed, ' ');
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    return fault == std::errc{} && end == typed.data() + typed.size() ? number : -1;
}

Result<Priority> priority_from(const Visit& visit, const Values& values) {
    site::desk::Reader in{values};
    Priority priority;
    priority.number = Visit::number(visit.path.at("priority")).value_or(0);
    priority.kind = in.choice<Priority::Kind>("slag");
    priority.title = in.localized("titel");
    priority.text = in.localized("text");
    priority.vision = in.localized("vision");
    priority.needs = in.localized("behov");
    if (const auto typed = text::one_line(in.line("jobb")); !typed.empty())
        priority.jobs = whole_number(typed);
    priority.mass = in.line("kritisk-massa");
    priority.relatedness = in.line("slaktskap");
    priority.objections = in.line("invandningar");
    priority.proposed_on = in.day("foreslagen");
    return in.finished(priority);
}

void add_entries(site::desk::Form& form, const Visit& visit) {
    const auto& words = visit.words;
    form.in_each_language({"titel", words("What it is called"), Kind::line, Needed::yes}, visit);
    form.one({"slag", words("Kind"), Kind::choice, Needed::yes, {}, ui::choices_of<Priority::Kind>(words)});
    form.in_each_language({"text", words("What it is about"), Kind::text, Needed::yes}, visit);
    form.in_each_language({"vision", words("Vision"), Kind::text}, visit);
    form.in_each_language({"behov", words("What it needs"), Kind::text}, visit);
    form.one({"jobb", words("How many work in it?"), Kind::line, Needed::no,
        words("A whole number. Cite the figure below as well, so that others can check it.")});
    form.one({"kritisk-massa", words("Critical mass"), Kind::text, Needed::no,
        words("Jobs, companies and research: is there enough to build on?")});
    form.one({"slaktskap", words("Relatedness"), Kind::text, Needed::no,
        words("What the region can do already, and this can grow from.")});
    form.one({"invandningar", words("What speaks against it"), Kind::text, Needed::no,
        words("One objection on each line. They are shown as large as what speaks for it.")});
    form.one({"foreslagen", words("Proposed"), Kind::day});
}

site::desk::Form priority_form(const Visit& visit, const ui::Complaints& complaints = {}) {
    const auto& words = visit.words;
    const auto known = asked_for(visit, visit.db);
    site::desk::Form form{
        known ? words("Change the priority {}", reference(*known)) : words("Propose a priority"),
        words("Everybody can read it at once. It is never taken away: what is not chosen stays, with why.")};
    form.home = {visit.href(address::desk_priorities), words("Priorities")};
    add_entries(form, visit);
    if (known && known->is_decided())
        form.before = html(R"(
<p>{}</p><div class="as-typed">{}</div>)",
            outcome_view(visit, *known), ui::in_language(known->motive, "sv", words));
    if (known) form.after = parts_of(visit, *known, complaints);
    return form;
}

/// The page again with what was wrong in one of the forms below the priority's own.
Response refused(const Visit& visit, const Failure& failure) {
    if (failure.complaints.empty()) return problem(visit, failure.kind);
    const auto standing = values_of(asked_for(visit, visit.db));
    return site::desk::again(visit, priority_form(visit, failure.complaints), standing, standing,
        {Failure::Kind::invalid, failure.complaints});
}

std::string own_href(const Visit& visit) {
    return visit.href(address::edit_priority, visit.path.at("priority"));
}

Discovery discovery_from(const Visit& visit) {
    Discovery discovery;
    discovery.event.value = Visit::number(visit.field("mote")).value_or(0);
    const auto people = text::one_line(visit.field("personer"));
    discovery.people = people.empty() ? 0 : whole_number(people);
    std::vector<Sector> sectors;
    for (const auto& name : names_of<Sector>)
        if (visit.field("aktorer-" + std::string{name.word}) == "ja") sectors.push_back(name.value);
    discovery.sectors = text_of(sectors);
    discovery.learned = std::string{visit.field("lardomar")};
    return discovery;
}

}  // namespace

Response priority(const Visit& visit) {
    return site::desk::form_of_known(
        visit, priority_form(visit), values_of(asked_for(visit, visit.db)), "priority");
}

Response save_priority(const Visit& visit) {
    return site::desk::saved_or_again(
        visit, priority_form(visit), [&](const Values& typed) { return priority_from(visit, typed); },
        [&](sql::Connection& db) { return values_of(asked_for(visit, db)); },
        [&](auto& act, const Priority& typed) {
            return site::desk::is_new(visit, "priority") ? app::propose_priority(act, typed)
                                                         : app::change_priority(act, typed);
        });
}

Response cite(const Visit& visit) {
    const auto known = asked_for(visit, visit.db);
    if (!known) return problem(visit, Failure::Kind::not_found);
    const auto chosen = statistics::chosen_figure(visit.field("siffra"));
    const auto cited = visit.write(
        [&](auto& act) { return app::cite_for_priority(act, known->number, chosen.run, chosen.figure); });
    return cited ? see_other(own_href(visit)) : refused(visit, cited.error());
}

Response note_discovery(const Visit& visit) {
    const auto known = asked_for(visit, visit.db);
    if (!known) return problem(visit, Failure::Kind::not_found);
    const auto discovery = discovery_from(visit);
    const auto noted =
        visit.write([&](auto& act) { return app::note_discovery(act, known->number, discovery); });
    return noted ? see_other(own_href(visit)) : refused(visit, noted.error());
}

}  // namespace medskapa::web::priority::desk
