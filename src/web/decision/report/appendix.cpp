#include "store/decision/decision_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/site/site_store.hpp"
#include "web/decision/report/parts.hpp"
#include "web/inspel/note.hpp"

#include <algorithm>

namespace medskapa::web::decision::report {
namespace {

constexpr int inspel_at_once = 200;

std::string place_of(
    const Inspel& inspel, const std::vector<Municipality>& municipalities, const Words& words) {
    if (inspel.municipality == "outside") return words("Outside the county");
    const auto found = std::find_if(municipalities.begin(), municipalities.end(),
        [&](const Municipality& m) { return m.code == inspel.municipality; });
    return found == municipalities.end() ? std::string{} : found->name;
}

std::string meta_of(const Pen& pen, const Inspel& inspel, const std::vector<Municipality>& municipalities) {
    const auto& words = pen.subject.words;
    auto meta = pen.day(inspel.received_at) + " · " + shown(inspel.channel, words) + " · " +
                shown(inspel.actor_kind, words);
    if (!inspel.shown_organisation.empty()) meta += " · " + inspel.shown_organisation;
    const auto place = place_of(inspel, municipalities, words);
    return place.empty() ? meta : meta + " · " + place;
}

Html additions_view(const Pen& pen, const Inspel& inspel) {
    Html all;
    for (const auto& addition : store::additions_of(pen.subject.db, inspel.id))
        if (addition.is_shown)
            all += html("\n<p>{}</p>\n<div class=\"as-typed\">{}</div>",
                pen.subject.words("Added by the sender {}", pen.day(addition.added_at)), addition.shown_text);
    return all;
}

Html redactions_view(const Pen& pen, const Inspel& inspel) {
    return each(store::redactions_of(pen.subject.db, inspel.id), [&](const Redaction& redaction) {
        return html("\n<p class=\"meta\">{}</p>",
            pen.subject.words("Masked {}: {}", pen.day(redaction.redacted_at), redaction.reason));
    });
}

Html inspel_view(const Pen& pen, const Inspel& inspel, const std::vector<Municipality>& municipalities) {
    return html(R"(
<h3 id="inspel-{0}">I-{0} {1}</h3>
<p class="meta">{2}</p>
<div class="as-typed"{3}>{4}</div>{5}{6})",
        inspel.number, inspel.shown_title, meta_of(pen, inspel, municipalities),
        inspel.language == pen.subject.words.tag() ? Html{} : html(" lang=\"{}\"", inspel.language),
        inspel.shown_text, additions_view(pen, inspel), redactions_view(pen, inspel));
}

}  // namespace

void write_appendix(Pen& pen) {
    auto& db = pen.subject.db;
    const auto process = pen.subject.process.id;
    const auto municipalities = store::municipalities_of(db, process);
    const auto all = std::max<std::int64_t>(store::tally_of(db, process, "state")["published"], 1);
    pen.put(html("\n<h2>{}</h2>", pen.subject.words("Appendix: every inspel whole")));
    Id<Inspel> last;
    while (true) {
        const auto page = store::published_inspel(db, process, last, inspel_at_once);
        if (page.empty()) break;
        for (const auto& inspel : page) pen.put(inspel_view(pen, inspel, municipalities));
        pen.written.inspel += static_cast<std::int64_t>(page.size());
        last = page.back().id;
        pen.progress(pen.subject.words("every inspel"),
            0.6 + 0.35 * static_cast<double>(pen.written.inspel) / static_cast<double>(all));
    }
}

}  // namespace medskapa::web::decision::report
