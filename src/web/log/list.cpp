#include "app/log/log_keys.hpp"
#include "app/log/log_receipt.hpp"
#include "engine/openlog/signing/checkpoint.hpp"
#include "store/files/log_folder.hpp"
#include "store/site/site_store.hpp"
#include "web/log/addresses.hpp"
#include "web/log/growth.hpp"
#include "web/log/pages.hpp"
#include "web/log/search.hpp"
#include "web/log/words.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <fmt/format.h>
#include <map>

namespace medskapa::web::log {
namespace {

constexpr int entries_a_page = 100;
constexpr std::size_t fewest_folded = 3;

/// An entry as it is stored, and read.
struct ReadEntry {
    store::StoredEntry stored;
    openlog::Entry entry;
};

/// Equal acts in a row, of one process and day.
struct Row {
    Day day;
    std::vector<ReadEntry> entries;

    const openlog::Entry& first() const { return entries.front().entry; }
    bool takes(const ReadEntry& read, Day its_day) const {
        return day == its_day && first().process == read.entry.process && first().type == read.entry.type;
    }
};

std::vector<Row> rows_of(const Visit& visit, const std::vector<store::StoredEntry>& entries) {
    std::vector<Row> rows;
    for (const auto& stored : entries) {
        auto entry = openlog::read_entry(stored.data);
        if (!entry) continue;
        ReadEntry read{stored, *std::move(entry)};
        const auto day = visit.site.clock.day(read.entry.time);
        if (rows.empty() || !rows.back().takes(read, day)) rows.push_back({day, {}});
        rows.back().entries.push_back(std::move(read));
    }
    return rows;
}

using Names = std::map<std::string, std::string>;  // of processes, by their slugs

Names names_of_processes(const Visit& visit) {
    Names names;
    if (visit.process) return names;
    for (const auto& process : store::processes(visit.db)) names[process.slug] = visit.in(process.name);
    return names;
}

Html process_view(const Names& names, const std::string& slug) {
    const auto name = names.find(slug);
    return name == names.end() ? Html{} : html(" · {}", name->second);
}

Html entry_view(const Visit& visit, const ReadEntry& read, const Names& names, Processes& processes) {
    return html(
        R"(<li id="post-{place}"><p>{sentence}</p><p class="meta">{time}{process} · <code>{code}</code></p></li>)",
        "place"_a = read.stored.place, "sentence"_a = sentence(visit, read.entry, processes),
        "time"_a = visit.words("{}, entry {}", visit.words.clock(visit.site.clock.local(read.entry.time)),
            visit.words.number(read.stored.place)),
        "process"_a = process_view(names, read.entry.process), "code"_a = app::code_of(read.stored));
}

Html row_view(const Visit& visit, const Row& row, const Names& names, Processes& processes) {
    const auto all = each(row.entries, [&](const ReadEntry& read) {
        return entry_view(visit, read, row.entries.size() < fewest_folded ? names : Names{}, processes);
    });
    if (row.entries.size() < fewest_folded) return all;
    const auto& newest = row.entries.front();
    const auto& oldest = row.entries.back();
    const auto clock = [&](const ReadEntry& read) {
        return visit.words.clock(visit.site.clock.local(read.entry.time));
    };
    return html(
        R"(<li><details><summary>{sentence}</summary><ol class="log">{entries}</ol></details><p class="meta">{times}{process}</p></li>)",
        "sentence"_a = sentence_of_many(visit, row.first(), row.entries.size()), "entries"_a = all,
        "times"_a = visit.words("{}, entries {} to {}",
            clock(oldest) == clock(newest) ? clock(newest) : clock(oldest) + "–" + clock(newest),
            visit.words.number(oldest.stored.place), visit.words.number(newest.stored.place)),
        "process"_a = process_view(names, row.first().process));
}

/// Under a heading for each day, newest first.
Html days_view(const Visit& visit, const std::vector<Row>& rows) {
    const auto names = names_of_processes(visit);
    Processes processes{visit};
    Html all;
    for (auto row = rows.begin(); row != rows.end();) {
        const auto day = row->day;
        Html of_day;
        for (; row != rows.end() && row->day == day; ++row) of_day += row_view(visit, *row, names, processes);
        all += html(R"(<section><h2>{}</h2><ol class="log">{}</ol></section>)", visit.words.day(day), of_day);
    }
    return all;
}

/// Those who have signed the checkpoint besides the log itself.
std::vector<std::string> witnesses_of(const store::SignedHead& newest, const std::string& origin) {
    std::vector<std::string> names;
    if (const auto note = openlog::read_note(newest.note))
        for (const auto& signature : note->signatures)
            if (signature.name != origin) names.push_back(signature.name);
    return names;
}

/// Nothing unless the published checkpoint lags behind the newest, for want of witnesses.
std::string waits_for_witnesses(const Visit& visit, const store::SignedHead& newest) {
    const auto files = store::files_in(visit.site.log_folder);
    if (!files("checkpoint.unwitnessed")) return {};
    const auto note = files("checkpoint");
    const auto published = openlog::read_signed_checkpoint(note.value_or(""));
    const auto size = published ? published->checkpoint.head.size : 0;
    if (size >= newest.head.size) return {};
    return visit.words("The newest waits for its witnesses. The published one holds {} entries.",
        visit.words.number(static_cast<std::int64_t>(size)));
}

/// What was signed, to be compared with another's.
Html checkpoint_view(const openlog::TreeHead& head, const openlog::VerifierKey& key, const Words& words) {
    return ui::proof(words("The checkpoint"),
        {words("log {}", key.name), words("size {}", head.size), words("root {}", base64(as_text(head.root))),
            words("key {}", openlog::as_vkey(key))});
}

Html signed_view(const Visit& visit) {
    const auto& words = visit.words;
    const auto newest = store::newest_signed(visit.db);
    const auto keys = app::trusted_keys(visit.db);
    if (!newest || keys.empty()) return html("<p>{}</p>", words("Nothing has been signed yet."));
    const auto witnesses = witnesses_of(*newest, keys.back().name);
    return html(R"(
<h2>{title}</h2>
<p>{signed} {witnesses} {waits}</p>
{checkpoint})",
        "title"_a = words("The latest checkpoint"),
        "signed"_a = words("The log was signed with {} entries, {}.",
            words.number(static_cast<std::int64_t>(newest->head.size)),
            words.moment(visit.site.clock.local(newest->signed_at))),
        "witnesses"_a = witnesses.empty()
                            ? words("No witness outside has signed it.")
                            : words("Witnesses: {}.", fmt::format("{}", fmt::join(witnesses, ", "))),
        "waits"_a = waits_for_witnesses(visit, *newest),
        "checkpoint"_a = checkpoint_view(newest->head, keys.back(), words));
}

Html how_to_check(const Visit& visit) {
    const auto& words = visit.words;
    return html(R"(
<h2>{title}</h2>
<p>{explanation}</p>
{command}
<p>{keep_checkpoint}</p>
<p><a href="{receipt}">{receipt_text}</a> · <a href="{checkpoint}">{checkpoint_text}</a> · <a href="{rules}">{rules_text}</a></p>)",
        "title"_a = words("Check it yourself"),
        "explanation"_a = words(
            "You need not trust us. The whole log lies open, and this program, or the short one in Python "
            "that comes with it, computes it anew:"),
        "command"_a = ui::proof(words("The command"), {"medskapa log verify " + log_address(visit)}),
        "keep_checkpoint"_a =
            words("Keep a checkpoint with --save. Next time it shows that nothing before it has changed."),
        "receipt"_a = visit.href(address::check_receipt), "receipt_text"_a = words("Check a receipt"),
        "checkpoint"_a = path_to(address::log_checkpoint),
        "checkpoint_text"_a = words("The signed checkpoint"), "rules"_a = path_to(address::newest_rules),
        "rules_text"_a = words("The rules that are followed"));
}

Html found_view(const Visit& visit, const Search& search, const std::string& address) {
    const auto entries = found(visit, search, entries_a_page);
    if (entries.empty())
        return html(
            "<p>{}</p>", visit.words("No entry matches. Search for a number or a code. A code has 20 "
                                     "characters. An inspel is found by its number once it is published."));
    ui::Pages pages;
    auto in_address = search;
    if (visit.process) in_address.process.clear();
    if (search.before) pages.first = address_of(address, in_address, std::nullopt);
    if (entries.size() == entries_a_page && entries.back().place > 0)
        pages.next = address_of(address, in_address, entries.back().place);
    return html("{}{}", days_view(visit, rows_of(visit, entries)), ui::pagination(pages, visit.words));
}

Html body(const Visit& visit, const std::string& address) {
    const auto& words = visit.words;
    const auto search = search_of(visit);
    return html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
{form}
{found}
{growth}
{checkpoint}
{proves}
{check})",
        "title"_a = words("The open log"),
        "lead"_a = words("All that is done in the work, in the order that it was done. Nothing can be "
                         "removed or changed afterwards without that being seen."),
        "form"_a = search_form(visit, search), "found"_a = found_view(visit, search, address),
        "growth"_a = visit.process ? Html{} : growth(visit), "checkpoint"_a = signed_view(visit),
        "proves"_a = what_it_proves(words), "check"_a = how_to_check(visit));
}

}  // namespace

Response all(const Visit& visit) {
    return page(
        site_page(visit, visit.words("The open log"), body(visit, visit.href(address::log_page))), visit);
}

Response of_process(const Visit& visit) {
    return page(
        process_page(visit, visit.words("The open log"), body(visit, visit.href(address::process_log)), "-"),
        visit);
}

}  // namespace medskapa::web::log
