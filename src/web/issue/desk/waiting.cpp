#include "base/text.hpp"
#include "store/inspel/inspel_store.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/views.hpp"
#include "web/issue/addresses.hpp"
#include "web/issue/desk/pages.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::issue::desk {
namespace {

constexpr int rows_on_a_page = 50;
constexpr std::size_t letters_of_two_lines = 200;

/// A queue of whole inspel, what has waited longest first.
struct Queue {
    AddressBelow<0> address;
    std::string place;  // in the menu
    std::string title;
    std::string lead;
    store::InspelFilter filter = {};
    Html below = {};
};

std::string waited(const Visit& visit, const Inspel& inspel) {
    const auto days = (visit.today() - visit.site.clock.day(inspel.received_at)).count();
    if (days <= 0) return visit.words("came today");
    return visit.words.count("has waited {} day", "has waited {} days", days);
}

Html row_view(const Visit& visit, const Inspel& inspel, const inspel::Surroundings& s) {
    return html(R"(
<li><article class="inspel-row"><h2><a href="{href}">{title}</a></h2><p>{text}</p><p class="meta">{meta} · {channel} · {waited}</p></article></li>)",
        "href"_a = visit.href(address::inspel_workbench, inspel.number), "title"_a = inspel.shown_title,
        "text"_a = text::excerpt(text::one_line(inspel.shown_text), letters_of_two_lines),
        "meta"_a = inspel::meta_line(inspel, s, visit), "channel"_a = shown(inspel.channel, visit.words),
        "waited"_a = waited(visit, inspel));
}

Html rows_view(const Visit& visit, const store::InspelPage& found) {
    if (found.rows.empty()) return {};
    const auto s = inspel::surroundings_of(visit);
    return html("<ul class=\"inspel-list\">{}</ul>",
        each(found.rows, [&](const store::ListedInspel& row) { return row_view(visit, row.inspel, s); }));
}

std::int64_t in_state(const Visit& visit, Inspel::State state) {
    return store::counted(visit.db, visit.process->id, store::Counter::state, name_of(state));
}

Response queue_page(const Visit& visit, const Queue& queue) {
    const Id<Inspel> after{Visit::number(visit.query("efter")).value_or(0)};
    const auto found =
        store::waiting_inspel(visit.db, visit.process->id, queue.filter, after, rows_on_a_page);
    const auto address = visit.href(queue.address);
    ui::Pages pages;
    if (after) pages.first = address;
    if (found.next) pages.next = with_query(address, {{"efter", std::to_string(found.next.id.value)}});
    const auto body = html("<h1>{title}</h1><p class=\"lead\">{lead}</p>{rows}{pages}{below}",
        "title"_a = queue.title, "lead"_a = queue.lead, "rows"_a = rows_view(visit, found),
        "pages"_a = ui::pagination(pages, visit.words), "below"_a = queue.below);
    return not_stored(page(desk_page(visit, queue.title, body, queue.place), visit));
}

}  // namespace

Response to_review(const Visit& visit) {
    const auto& words = visit.words;
    Queue queue{address::to_review, "granska", words("To review"), words("Nothing waits for review.")};
    queue.filter.state = Inspel::State::received;
    queue.below = html("<p><a href=\"{}\">{}</a></p>", visit.href(address::declined_inspel),
        words("Inspel that were declined"));
    const auto waiting = in_state(visit, Inspel::State::received);
    if (waiting > 0)
        queue.lead =
            words.count(
                "{} inspel waits for review.", "{} inspel wait for review, the oldest first.", waiting) +
            " " +
            words(
                "Read each one before it is shown. What insults somebody or tells of another's private "
                "life is not shown.");
    return queue_page(visit, queue);
}

Response declined(const Visit& visit) {
    const auto& words = visit.words;
    Queue queue{address::declined_inspel, "avvisade", words("Declined"), words("Nothing has been declined.")};
    queue.filter.state = Inspel::State::declined;
    const auto many = in_state(visit, Inspel::State::declined);
    if (many > 0)
        queue.lead = words.count("{} inspel has been declined. It can be tried again.",
            "{} inspel have been declined. Each can be tried again.", many);
    return queue_page(visit, queue);
}

Response to_split(const Visit& visit) {
    const auto& words = visit.words;
    Queue queue{address::to_split, "dela", words("To split"), words("Every inspel has been split.")};
    queue.filter.only_unsplit = true;
    // Some have issues, and more words that wait: these are not those that lack an answer as a whole.
    constexpr std::int64_t counted_at_most = 10'000;
    const auto waiting = store::count_inspel(visit.db, visit.process->id, queue.filter, counted_at_most);
    if (waiting > 0)
        queue.lead = words.count("{} published inspel has no issues yet.",
                         "{} published inspel have no issues yet, the oldest first.", waiting) +
                     " " + words("Mark the words of each question to give it an answer of its own.");
    return queue_page(visit, queue);
}

}  // namespace medskapa::web::issue::desk
