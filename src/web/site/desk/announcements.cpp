#include "app/site/site.hpp"
#include "app/site/taking_back.hpp"
#include "base/text.hpp"
#include "store/site/site_store.hpp"
#include "web/site/addresses.hpp"
#include "web/site/desk/form.hpp"
#include "web/site/desk/pages.hpp"
#include "web/site/desk/taking_back.hpp"
#include "web/site/desk/withdrawing.hpp"

#include <algorithm>

namespace medskapa::web::site::desk {
namespace {

// Events

std::optional<Event> event_asked_for(const Visit& visit, sql::Connection& db) {
    const auto number = Visit::number(visit.path.at("event"));
    return number ? store::find_event(db, visit.process->id, {*number}) : std::nullopt;
}

/// "Dagordning https://example.org/dagordning.pdf", one a line.
std::string lines_of(const std::vector<EventDocument>& documents) {
    std::string lines;
    for (const auto& document : documents) lines += document.title + ' ' + document.href + '\n';
    return lines;
}

std::vector<EventDocument> documents_from(const std::string& lines) {
    std::vector<EventDocument> documents;
    for (const auto& raw : text::split(text::cleaned(lines), '\n')) {
        const auto line = text::one_line(raw);
        if (line.empty()) continue;
        const auto blank = line.rfind(' ');
        documents.push_back(blank == line.npos
                                ? EventDocument{line, {}}
                                : EventDocument{line.substr(0, blank), line.substr(blank + 1)});
    }
    return documents;
}

Values values_of(const std::optional<Event>& event) {
    Values values;
    if (!event) return values;
    put(values, "titel", event->title);
    put(values, "text", event->text);
    put(values, "program", event->programme);
    values["borjar"] = time::iso(event->starts);
    values["slutar"] = time::iso(event->ends);
    values["plats"] = event->place;
    values["anmalan"] = event->needs_registration ? "ja" : "";
    values["dokument"] = lines_of(event->documents);
    values["anteckningar"] = event->notes;
    return values;
}

Result<Event> event_from(const Values& values) {
    Reader in{values};
    Event event;
    event.title = in.localized("titel");
    event.text = in.localized("text");
    event.programme = in.localized("program");
    event.starts = in.moment("borjar");
    event.ends = in.moment("slutar");
    event.place = in.line("plats");
    event.needs_registration = in.is_ticked("anmalan");
    event.documents = documents_from(in.line("dokument"));
    event.notes = in.line("anteckningar");
    return in.finished(event);
}

/// The way to call off an event that is in the calendar.
Html calling_off(const Visit& visit, const Event& event) {
    const auto& words = visit.words;
    return withdrawing_view(visit,
        {words("Call it off"),
            words("It stays in the calendar, struck through, with the reason. Calendars that follow ours "
                  "show it as cancelled. It cannot be undone."),
            visit.href(address::call_off_event, event.id.value)},
        event.withdrawn);
}

Form event_form(const Visit& visit) {
    const auto& words = visit.words;
    const auto known = event_asked_for(visit, visit.db);
    Form form{
        known ? words("Change {} in the calendar", visit.in(known->title)) : words("New in the calendar"),
        words("A meeting or another day. If it is moved, the page and everybody's own calendar say so.")};
    const auto localized = [&](const Entry& entry) { form.in_each_language(entry, visit); };
    localized({"titel", words("Title"), Kind::line, Needed::yes});
    form.one({"borjar", words("Begins"), Kind::moment, Needed::yes});
    form.one({"slutar", words("Ends"), Kind::moment, Needed::yes});
    form.one({"plats", words("Where"), Kind::line, Needed::no,
        words("A place, or the address of a meeting on line that begins with https://")});
    localized({"text", words("Text"), Kind::text});
    localized({"program", words("Programme"), Kind::text});
    form.one({"anmalan", words("One has to register"), Kind::tick});
    form.one({"dokument", words("Documents"), Kind::text, Needed::no,
        words("One a line: name, blank, address. Agenda https://example.org/agenda.pdf")});
    form.one({"anteckningar", words("Notes from the meeting"), Kind::text});
    if (known) form.after = html("{}{}", taking_back_view(visit, *known), calling_off(visit, *known));
    return form;
}

// News

std::optional<NewsItem> item_asked_for(const Visit& visit, sql::Connection& db) {
    const auto number = Visit::number(visit.path.at("item"));
    return number ? store::find_news(db, visit.process->id, {*number}) : std::nullopt;
}

Values values_of(const std::optional<NewsItem>& item) {
    Values values;
    if (!item) return values;
    put(values, "titel", item->title);
    put(values, "text", item->text);
    return values;
}

Result<NewsItem> item_from(const Visit& visit, const Values& values) {
    const Reader in{values};
    NewsItem item;
    item.day = visit.today();
    item.title = in.localized("titel");
    item.text = in.localized("text");
    return in.finished(item);
}

Form news_form(const Visit& visit) {
    const auto& words = visit.words;
    const auto known = item_asked_for(visit, visit.db);
    Form form{known ? words("Change the news item {}", visit.in(known->title)) : words("Write news"),
        words("Shown on the start page and sent to everybody who follows the feed.")};
    form.in_each_language({"titel", words("Title"), Kind::line, Needed::yes}, visit);
    form.in_each_language({"text", words("Text"), Kind::text, Needed::yes}, visit);
    if (known)
        form.after = html("{}{}", taking_back_view(visit, *known),
            withdrawing_view(visit,
                {words("Withdraw it"),
                    words("Its heading stays with the reason, but its words are shown no more, here or in "
                          "the feed. It cannot be undone."),
                    visit.href(address::withdraw_news, known->id.value)},
                known->withdrawn));
    return form;
}

}  // namespace

Response event(const Visit& visit) {
    return form_of_known(visit, event_form(visit), values_of(event_asked_for(visit, visit.db)), "event");
}

Response save_event(const Visit& visit) {
    return saved_or_again(
        visit, event_form(visit), event_from,
        [&](sql::Connection& db) { return values_of(event_asked_for(visit, db)); },
        [&](auto& act, const Event& typed) -> Result<Event> {
            if (is_new(visit, "event")) return app::add_event(act, typed);
            const auto known = event_asked_for(visit, act.db());
            if (!known) return refuse(Failure::Kind::not_found);
            return app::change_event(act, *known, typed, visit.today());
        });
}

Response call_off(const Visit& visit) {
    const auto find = [&](sql::Connection& db) { return event_asked_for(visit, db); };
    return withdrawn_or_again(visit, event_form(visit), find, values_of(find(visit.db)),
        [&](auto& act, const Event& event, const Withdrawal& why) {
            return app::call_off_event(act, event, why);
        });
}

Response take_back_event(const Visit& visit) {
    const auto find = [&](sql::Connection& db) { return event_asked_for(visit, db); };
    return taken_back_or_again(visit, event_form(visit), find, values_of(find(visit.db)),
        [&](auto& act, const Event& event) { return app::take_back_event(act, event); });
}

Response news(const Visit& visit) {
    return form_of_known(visit, news_form(visit), values_of(item_asked_for(visit, visit.db)), "item");
}

Response save_news(const Visit& visit) {
    return saved_or_again(
        visit, news_form(visit), [&](const Values& typed) { return item_from(visit, typed); },
        [&](sql::Connection& db) { return values_of(item_asked_for(visit, db)); },
        [&](auto& act, const NewsItem& typed) -> Result<NewsItem> {
            if (is_new(visit, "item")) return app::publish_news(act, typed);
            const auto known = item_asked_for(visit, act.db());
            if (!known) return refuse(Failure::Kind::not_found);
            return app::correct_news(act, *known, typed);
        });
}

Response take_back_news(const Visit& visit) {
    const auto find = [&](sql::Connection& db) { return item_asked_for(visit, db); };
    return taken_back_or_again(visit, news_form(visit), find, values_of(find(visit.db)),
        [&](auto& act, const NewsItem& item) { return app::take_back_news(act, item); });
}

Response withdraw_news(const Visit& visit) {
    const auto find = [&](sql::Connection& db) { return item_asked_for(visit, db); };
    return withdrawn_or_again(visit, news_form(visit), find, values_of(find(visit.db)),
        [&](auto& act, const NewsItem& item, const Withdrawal& why) {
            return app::withdraw_news(act, item, why);
        });
}

}  // namespace medskapa::web::site::desk
