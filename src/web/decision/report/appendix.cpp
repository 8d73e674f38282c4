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
    if (inspel.municipality == "outside") return words("Outside the region");
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

using office::TextBlock;

void put_additions(const Pen& pen, const Inspel& inspel) {
    for (const auto& addition : store::additions_of(pen.subject.db, inspel.id)) {
        if (!addition.is_shown) continue;
        pen.put({office::paragraph(pen.subject.words("Added by the sender {}", pen.day(addition.added_at))),
            office::block(TextBlock::Kind::typed, addition.shown_text)});
    }
}

void put_redactions(const Pen& pen, const Inspel& inspel) {
    for (const auto& redaction : store::redactions_of(pen.subject.db, inspel.id))
        pen.put(office::block(TextBlock::Kind::note,
            pen.subject.words("Masked {}: {}", pen.day(redaction.redacted_at), redaction.reason)));
}

void put_inspel(const Pen& pen, const Inspel& inspel, const std::vector<Municipality>& municipalities) {
    const auto number = std::to_string(inspel.number);
    pen.put(office::heading(3, "I-" + number + " " + inspel.shown_title, "inspel-" + number));
    pen.put(office::block(TextBlock::Kind::note, meta_of(pen, inspel, municipalities)));
    auto text = office::block(TextBlock::Kind::typed, inspel.shown_text);
    text.language = inspel.language;
    pen.put(text);
    put_additions(pen, inspel);
    put_redactions(pen, inspel);
}

}  // namespace

void write_appendix(Pen& pen) {
    auto& db = pen.subject.db;
    const auto process = pen.subject.process.id;
    const auto municipalities = store::municipalities_of(db, process);
    const auto all =
        std::max<std::int64_t>(store::tally_of(db, process, store::Counter::state)["published"], 1);
    pen.put(office::heading(2, pen.subject.words("Appendix: every inspel whole")));
    Id<Inspel> last;
    while (true) {
        const auto page = store::published_inspel(db, process, last, inspel_at_once);
        if (page.empty()) break;
        for (const auto& inspel : page) put_inspel(pen, inspel, municipalities);
        pen.written.inspel += static_cast<std::int64_t>(page.size());
        last = page.back().id;
        pen.progress(pen.subject.words("every inspel"),
            0.6 + 0.35 * static_cast<double>(pen.written.inspel) / static_cast<double>(all));
    }
}

}  // namespace medskapa::web::decision::report
