#include "web/inspel/not_shown.hpp"

#include "domain/inspel/erasure.hpp"
#include "engine/openlog/entry.hpp"
#include "engine/openlog/objects.hpp"
#include "engine/openlog/vocabulary.hpp"
#include "store/log/log_store.hpp"
#include "web/frame/log_link.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/note.hpp"
#include "web/law/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/trail.hpp"

namespace medskapa::web::inspel {
namespace {

constexpr int entries_looked_at = 200;

std::string object_of(const Inspel& inspel) {
    return openlog::object_named(openlog::ObjectKind::inspel, inspel.public_id);
}

/// The newest entry in the log of that type about the inspel.
std::optional<openlog::Entry> entry_of(const Visit& visit, const Inspel& inspel, openlog::EntryType type) {
    store::LogSearch search;
    search.object = object_of(inspel);
    search.before = store::log_size(visit.db);
    for (const auto& stored : store::entries_found(visit.db, search, entries_looked_at))
        if (auto entry = openlog::read_entry(stored.data); entry && entry->type == name_of(type))
            return *entry;
    return std::nullopt;
}

ui::Stone stone(const Visit& visit, ui::Place place, const std::string& label, Instant when) {
    return {place, label + " · " + visit.words.day(visit.site.clock.day(when)), {}};
}

/// What happened to it, by the open log.
Html trace_of(const Visit& visit, const Inspel& inspel) {
    using openlog::EntryType;
    const auto& words = visit.words;
    std::vector<ui::Stone> stones{
        stone(visit, inspel.state == Inspel::State::received ? ui::Place::here : ui::Place::done,
            words("Came in"), inspel.received_at)};
    const auto add = [&](EntryType type, ui::Place place, const std::string& label) {
        if (const auto entry = entry_of(visit, inspel, type))
            stones.push_back(stone(visit, place, label, entry->time));
    };
    if (inspel.state != Inspel::State::received)
        add(EntryType::inspel_published, ui::Place::done, words("Was published"));
    if (inspel.state == Inspel::State::declined)
        add(EntryType::inspel_declined, ui::Place::here, words("Was decided not to be published"));
    if (inspel.state == Inspel::State::withdrawn)
        add(EntryType::inspel_withdrawn, ui::Place::here, words("Was withdrawn by its sender"));
    if (inspel.state == Inspel::State::erased)
        add(EntryType::inspel_erased, ui::Place::here, words("Was erased"));
    return ui::trace(stones);
}

Html fact(const std::string& name, const std::string& value) {
    return html("<dt>{}</dt><dd>{}</dd>", name, value);
}

Html grounds_of_erasure(const Visit& visit, const Inspel& inspel) {
    const auto& words = visit.words;
    const auto entry = entry_of(visit, inspel, openlog::EntryType::inspel_erased);
    if (!entry) return {};
    Html facts;
    Erasure::Ground ground{};
    if (find_name<Erasure::Ground>(entry->field("ground").value_or(""), ground))
        facts += fact(words("Ground"), shown(ground, words));
    facts += fact(words("Decision"), std::string{entry->field("case_number").value_or("")});
    facts += fact(words("The original"),
        entry->field("part") == "all" ? words("Has been erased too.") : words("Is kept by the region."));
    return html("<dl class=\"facts\">{}</dl>", facts);
}

Html grounds_of(const Visit& visit, const Inspel& inspel) {
    const auto& words = visit.words;
    if (inspel.state == Inspel::State::erased) return grounds_of_erasure(visit, inspel);
    if (inspel.state != Inspel::State::declined || !inspel.decline_reason) return {};
    return html("<dl class=\"facts\">{}{}</dl>", fact(words("Ground"), shown(*inspel.decline_reason, words)),
        fact(words("Decided by"), words("A person who reviewed it, not a program")));
}

std::string lead_of(Inspel::State state, const Words& words) {
    if (state == Inspel::State::received)
        return words("We read every inspel before it is published. Its words are not shown until then.");
    return words("Its words are not shown, and it is not counted. The number is never used again.");
}

Html original_of(const Visit& visit, Inspel::State state) {
    if (state == Inspel::State::erased || state == Inspel::State::received) return {};
    return html("<p>{} <a href=\"{}\">{}</a></p>",
        visit.words("The original is a public document, and can be asked for."),
        visit.href(address::contact_page), visit.words("See whom to ask"));
}

/// The log's name of an inspel says which entries are about it. Of one that was never published nobody but
/// its sender knows the name.
Html log_of(const Visit& visit, const Inspel& inspel) {
    const auto was_public = entry_of(visit, inspel, openlog::EntryType::inspel_published);
    return was_public ? log_link(visit, object_of(inspel)) : Html{};
}

/// For its sender: the code opens it still.
Html if_it_is_yours(const Visit& visit, const Inspel& inspel) {
    const auto& words = visit.words;
    return html("\n<h2>{title}</h2><p>{how}</p>{appeal}<p class=\"row\">{code} {all}</p>",
        "title"_a = words("Is it your inspel?"),
        "how"_a = words("With the receipt code you can read it, and what we have decided and why."),
        "appeal"_a =
            inspel.state == Inspel::State::declined
                ? html("<p>{}</p>", words("Do you think that we are wrong? There you can also ask that "
                                          "somebody else than the one who decided looks again."))
                : Html{},
        "code"_a =
            ui::button_link(visit.href(address::find_receipt), words("Enter the code"), ui::Weight::quiet),
        "all"_a =
            ui::button_link(visit.href(address::inspel_list), words("To all inspel"), ui::Weight::quiet));
}

}  // namespace

Response not_shown(const Visit& visit, const Inspel& inspel) {
    const auto& words = visit.words;
    const auto number = "I-" + std::to_string(inspel.number);
    const auto title = what_became(inspel.state, words);
    const auto body = html(R"(
<h1>{number} {title}</h1><p class="lead">{lead}</p>{trace}{grounds}{original}{log}{yours})",
        "number"_a = number, "title"_a = title, "lead"_a = lead_of(inspel.state, words),
        "trace"_a = trace_of(visit, inspel), "grounds"_a = grounds_of(visit, inspel),
        "original"_a = original_of(visit, inspel.state), "log"_a = log_of(visit, inspel),
        "yours"_a = if_it_is_yours(visit, inspel));
    auto content = process_page(visit, number + ": " + title, body, "-");
    content.width = ui::Width::column;
    content.about.is_for_indexes = false;
    content.crumbs = {{visit.href(address::start_page), words("Start")},
        {visit.href(address::inspel_list), words("Inspel")}};
    return page(content, visit, inspel.state == Inspel::State::received ? 200 : 410);
}

}  // namespace medskapa::web::inspel
