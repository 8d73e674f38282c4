#include "app/log_keys.hpp"
#include "app/log_receipt.hpp"
#include "web/log/pages.hpp"
#include "web/log/words.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <limits>

namespace medskapa::web::log {
namespace {

constexpr int entries_a_page = 50;

Html entry_view(const Visit& visit, const store::StoredEntry& stored, const openlog::Entry& entry) {
    return html(R"(<li><p>{}</p><p class="meta">{} · <code>{}</code></p></li>)", sentence(visit, entry),
        visit.words("{}, entry {}", visit.words.clock(visit.site.clock.local(entry.time)),
            visit.words.number(stored.place)),
        readable_code(app::code_of(stored)));
}

/// Entries under a heading for each day, newest first.
Html days_view(const Visit& visit, const std::vector<store::StoredEntry>& entries) {
    Html all;
    Html of_day;
    std::optional<Day> day;
    const auto close = [&] {
        if (day)
            all += html(
                "<section><h2>{}</h2><ol class=\"log\">{}</ol></section>", visit.words.day(*day), of_day);
        of_day = {};
    };
    for (const auto& stored : entries) {
        const auto entry = openlog::read_entry(stored.data);
        if (!entry) continue;
        if (const auto its_day = visit.site.clock.day(entry->time); its_day != day) {
            close();
            day = its_day;
        }
        of_day += entry_view(visit, stored, *entry);
    }
    close();
    return all;
}

Html growth(const Visit& visit) {
    const auto size = store::log_size(visit.db);
    const auto since = [&](std::chrono::days back) {
        return visit.words.number(size - store::place_at(visit.db, visit.now - back));
    };
    using std::chrono::days;
    return ui::facts({{visit.words("entries in all"), visit.words.number(size)},
        {visit.words("the last week"), since(days{7})},
        {visit.words("the last thirty days"), since(days{30})}});
}

/// Those who have signed the checkpoint besides the log itself.
std::vector<std::string> witnesses_of(const store::SignedHead& newest, const std::string& origin) {
    std::vector<std::string> names;
    if (const auto note = openlog::read_note(newest.note))
        for (const auto& signature : note->signatures)
            if (signature.name != origin) names.push_back(signature.name);
    return names;
}

Html signed_view(const Visit& visit) {
    const auto& words = visit.words;
    const auto newest = store::newest_signed(visit.db);
    const auto keys = app::trusted_keys(visit.db);
    if (!newest || keys.empty()) return html("<p>{}</p>", words("Nothing has been signed yet."));
    const auto witnesses = witnesses_of(*newest, keys.back().name);
    return html("<h2>{}</h2><p>{} {}</p>{}", words("The latest checkpoint"),
        words("The log was signed with {} entries, {}.",
            words.number(static_cast<std::int64_t>(newest->head.size)),
            words.moment(visit.site.clock.local(newest->signed_at))),
        witnesses.empty() ? words("No witness outside has signed it.")
                          : words("Witnesses: {}.", fmt::format("{}", fmt::join(witnesses, ", "))),
        ui::proof(
            words("The checkpoint"), {words("log {}", keys.back().name), words("size {}", newest->head.size),
                                         words("root {}", base64(as_text(newest->head.root))),
                                         words("key {}", openlog::as_vkey(keys.back()))}));
}

Html how_to_check(const Visit& visit) {
    const auto& words = visit.words;
    return html(R"(<h2>{}</h2><p>{}</p>{}<p>{}</p><p><a href="{}">{}</a> · <a href="{}">{}</a></p>)",
        words("Check it yourself"),
        words("You need not trust us. The whole log lies open, and this program, or the short one in Python "
              "that comes with it, computes it anew:"),
        ui::proof(words("The command"), {"medskapa log verify " + visit.site.base_url + "/logg"}),
        words("Keep a checkpoint with --save. Next time it shows that nothing before it has changed."),
        visit.href("/kontrollera"), words("Check a receipt"), "/logg/checkpoint",
        words("The signed checkpoint"));
}

/// Entries before the place that the address names; all of them without.
std::int64_t asked_for(const Visit& visit) {
    const auto before = Visit::number(visit.query("fore"));
    return before ? *before : std::numeric_limits<std::int64_t>::max();
}

Html body(const Visit& visit, const std::string& process, const std::string& address) {
    const auto& words = visit.words;
    const auto before = asked_for(visit);
    const auto entries = store::entries_before(visit.db, before, process, entries_a_page);
    ui::Pages pages;
    if (visit.query("fore") != "") pages.first = address;
    if (entries.size() == entries_a_page && entries.back().place > 0)
        pages.next = fmt::format("{}?fore={}", address, entries.back().place);
    const auto about = html("{}{}{}", signed_view(visit), what_it_proves(words), how_to_check(visit));
    return html(R"(<h1>{}</h1><p class="lead">{}</p>{}{}{}{})", words("The open log"),
        words("All that is done in the work, in the order that it was done. Nothing can be taken away or "
              "changed afterwards without that being seen."),
        growth(visit), days_view(visit, entries), ui::pagination(pages, words), about);
}

}  // namespace

Response all(const Visit& visit) {
    return page(houses_page(visit, visit.words("The open log"), body(visit, "", visit.href("/logg"))), visit);
}

Response of_process(const Visit& visit) {
    return page(process_page(visit, visit.words("The open log"),
                    body(visit, visit.process->slug, visit.process_href("/logg")), "-"),
        visit);
}

}  // namespace medskapa::web::log
