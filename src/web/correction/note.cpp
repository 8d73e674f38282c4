#include "web/correction/note.hpp"

#include "base/text.hpp"
#include "store/correction/correction_store.hpp"
#include "web/correction/addresses.hpp"
#include "web/correction/views.hpp"

#include <set>

namespace medskapa::web::correction {
namespace {

constexpr int most_in_feed = 50;

Html list_of(const Visit& visit, const std::vector<Correction>& all) {
    if (all.empty()) return {};
    return html(R"(
<div class="corrections">{}</div>)",
        each(all, [&](const Correction& one) { return view(visit, one); }));
}

Html feed_entry(const Visit& visit, const Correction& one, const std::string& root) {
    const auto& words = visit.words;
    const auto thing = thing_of(visit, one);
    const auto source = source_of(visit);
    const auto content = one.has_readings() && !one.is_withheld
                             ? words("It said: {}.", shown_reading(source, one, one.was)) + " " +
                                   words("Right is: {}", shown_reading(source, one, one.right)) + " "
                             : std::string{};
    return html(R"(
  <entry>
    <title>{title}</title>
    <id>{root}#{reference}</id>
    <link href="{root}#{reference}"/>
    <updated>{updated}</updated>
    <content>{content}{reason}</content>
  </entry>)",
        "title"_a = words("Correction {}", reference(one)) + ": " + thing.text + ", " + name_of(one, words),
        "root"_a = root, "reference"_a = reference(one), "updated"_a = time::iso(one.made_at),
        "content"_a = content, "reason"_a = words("Why: {}", one.reason));
}

}  // namespace

Html note(const Visit& visit, Correction::Kind kind, std::int64_t thing) {
    return list_of(visit, store::corrections_of(visit.db, kind, thing));
}

Html note_below(const Visit& visit, const std::string& object) {
    return list_of(visit, store::corrections_below(visit.db, visit.process->id, object));
}

Html note_of_paragraph(const Visit& visit, const Version& version, const std::string& code) {
    auto all = store::corrections_of(visit.db, Correction::Kind::version, version.id.value);
    std::erase_if(all, [&](const Correction& one) { return one.place != code; });
    return list_of(visit, all);
}

Html note_of_version(const Visit& visit, const Version& version) {
    std::set<std::string> codes;
    for (const auto& one : store::corrections_of(visit.db, Correction::Kind::version, version.id.value))
        codes.insert(one.place);
    if (codes.empty()) return {};
    Html links;
    for (const auto& code : codes)
        links += html(R"({}<a href="#{}">{}</a>)", links.empty() ? "" : ", ", code, code);
    return html(R"(<p class="correction">{} {}</p>)",
        visit.words(
            "The words of the version stand as they were frozen. Printing errors are corrected next to:"),
        links);
}

Html feed_entries(const Visit& visit) {
    const auto root = visit.site.base_url + visit.href(address::corrections_page);
    return each(store::corrections_in(visit.db, visit.process->id, 0, most_in_feed),
        [&](const Correction& one) { return feed_entry(visit, one, root); });
}

std::optional<Instant> newest(const Visit& visit) {
    const auto all = store::corrections_in(visit.db, visit.process->id, 0, 1);
    return all.empty() ? std::nullopt : std::optional{all.front().made_at};
}

}  // namespace medskapa::web::correction
