#include "web/log/search.hpp"

#include "app/log/log_receipt.hpp"
#include "base/address.hpp"
#include "base/text.hpp"
#include "engine/openlog/lines.hpp"
#include "engine/openlog/objects.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/site/site_store.hpp"
#include "web/log/words.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <limits>

namespace medskapa::web::log {
namespace {

struct Option {
    std::string value;
    std::string text;
};

Html choice(const char* name, const std::string& label, const std::string& chosen,
    const std::vector<Option>& options) {
    return html(R"(
<div><label for="{0}">{1}</label><select id="{0}" name="{0}">{2}</select></div>)",
        name, label, each(options, [&](const Option& option) {
            return html(R"(<option value="{}"{}>{}</option>)", option.value,
                when(option.value == chosen, html(" selected")), option.text);
        }));
}

Html choice_of_process(const Visit& visit, const Search& search) {
    if (visit.process) return {};
    std::vector<Option> options{{"", visit.words("All")}};
    for (const auto& process : store::processes(visit.db))
        options.push_back({process.slug, visit.in(process.name)});
    return choice("process", visit.words("Process"), search.process, options);
}

Html choice_of_kind(const Visit& visit, const Search& search) {
    std::vector<Option> options{{"", visit.words("Everything")}};
    for (const auto& kind : kinds_of_acts())
        options.push_back({std::string{kind.name}, visit.words(kind.title)});
    return choice("typ", visit.words("What happened?"), search.kind, options);
}

/// "I-231", as an inspel is called everywhere but in the log. In several processes when none is named.
std::vector<std::string> objects_of_inspel(const Visit& visit, const Search& search) {
    const auto typed = text::lower(search.words);
    const auto number = typed.starts_with("i-") ? Visit::number(typed.substr(2)) : std::nullopt;
    std::vector<std::string> objects;
    if (!number) return objects;
    for (const auto& process : store::processes(visit.db)) {
        if (!search.process.empty() && process.slug != search.process) continue;
        const auto inspel = store::inspel_numbered(visit.db, process.id, *number);
        if (inspel && inspel->state == Inspel::State::published)
            objects.push_back(openlog::object_named(openlog::ObjectKind::inspel, inspel->public_id));
    }
    return objects;
}

/// Nothing when the words name no single entry.
std::optional<store::StoredEntry> entry_named(const Visit& visit, const std::string& words) {
    if (const auto place = openlog::read_number(words); place && *place < INT64_MAX)
        return app::entry_at(visit.db, static_cast<std::int64_t>(*place));
    return app::entry_with_code(visit.db, words);
}

std::int64_t beginning(const Visit& visit, const Search& search) {
    auto before = search.before ? *search.before : std::numeric_limits<std::int64_t>::max();
    if (search.day)
        before = std::min(
            before, store::place_at(visit.db, visit.site.clock.start_of(*search.day + std::chrono::days{1})));
    return before;
}

std::vector<store::StoredEntry> found_by_words(const Visit& visit, const Search& search, int limit) {
    if (auto entry = entry_named(visit, search.words)) return {*std::move(entry)};
    auto objects = objects_of_inspel(visit, search);
    if (objects.empty()) objects.push_back(search.words);
    std::vector<store::StoredEntry> found;
    for (const auto& object : objects)
        for (auto& entry :
            store::entries_found(visit.db, {beginning(visit, search), search.process, {}, object}, limit))
            found.push_back(std::move(entry));
    return found;
}

}  // namespace

Search search_of(const Visit& visit) {
    Search search;
    search.process = visit.process ? visit.process->slug : std::string{visit.query("process")};
    search.kind = visit.query("typ");
    search.words = text::trimmed(visit.query("q"));
    search.day = time::read_day(visit.query("dag"));
    search.before = Visit::number(visit.query("fore"));
    return search;
}

Html search_form(const Visit& visit, const Search& search) {
    const auto& words = visit.words;
    return html(R"(
<form class="filter" role="search" method="get" aria-label="{label}">
  <div class="wide"><label for="q">{words_label}</label><input id="q" name="q" type="search" value="{words}"></div>
  {kind}
  {process}
  <div><label for="dag">{day_label}</label><input id="dag" name="dag" type="date" value="{day}"></div>
  <button class="btn" type="submit">{search}</button>
</form>)",
        "label"_a = words("Search the log"), "words_label"_a = words("Number, code or inspel (I-231)"),
        "words"_a = search.words, "kind"_a = choice_of_kind(visit, search),
        "process"_a = choice_of_process(visit, search), "day_label"_a = words("Until and with the day"),
        "day"_a = search.day ? time::iso(*search.day) : "", "search"_a = words("Search"));
}

std::string address_of(const std::string& page, const Search& search, std::optional<std::int64_t> before) {
    std::string query;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty())
            query += fmt::format("{}{}={}", query.empty() ? '?' : '&', name, percent_encoded(value));
    };
    add("q", search.words);
    add("typ", search.kind);
    add("process", search.process);
    add("dag", search.day ? time::iso(*search.day) : "");
    add("fore", before ? std::to_string(*before) : "");
    return page + query;
}

std::vector<store::StoredEntry> found(const Visit& visit, const Search& search, int limit) {
    if (!search.words.empty()) return found_by_words(visit, search, limit);
    return store::entries_found(
        visit.db, {beginning(visit, search), search.process, types_of(search.kind), {}}, limit);
}

}  // namespace medskapa::web::log
