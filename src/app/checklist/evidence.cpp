#include "app/checklist/evidence.hpp"

#include "app/swot/sources.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/document/document_store.hpp"
#include "store/document/trace_store.hpp"
#include "store/panel/panel_store.hpp"
#include "store/priority/priority_store.hpp"
#include "store/site/site_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/dataset_store.hpp"

#include <array>
#include <charconv>

namespace medskapa::app {
namespace {

using Kind = ShownEvidence::Kind;

struct Prefix {
    std::string_view text;
    Kind kind;
};
constexpr std::array prefixes{Prefix{"A-", Kind::run}, Prefix{"D-", Kind::dataset},
    Prefix{"P-", Kind::priority}, Prefix{"E-", Kind::panel}, Prefix{"event-", Kind::event}};

std::optional<int> number_after(std::string_view reference, std::string_view prefix) {
    if (!reference.starts_with(prefix)) return std::nullopt;
    const auto digits = reference.substr(prefix.size());
    int number = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool is_number = fault == std::errc{} && end == digits.data() + digits.size() && number > 0;
    return is_number ? std::optional{number} : std::nullopt;
}

bool is_there(sql::Connection& db, Id<Process> process, Kind kind, int number) {
    switch (kind) {
        case Kind::run: {
            const auto run = store::run_numbered(db, process, number);
            return run && !run->removed_at;
        }
        case Kind::dataset: {
            const auto dataset = store::dataset_numbered(db, number);
            return dataset && dataset->is_shown_in(process);
        }
        case Kind::priority: return store::priority_numbered(db, process, number).has_value();
        case Kind::panel: return store::panel_numbered(db, process, number).has_value();
        case Kind::event: return store::find_event(db, process, Id<Event>{number}).has_value();
        default: return false;
    }
}

/// "I-12" and "I-12/2", where everybody can read it.
std::optional<ShownEvidence> inspel_named(
    sql::Connection& db, Id<Process> process, const std::string& words) {
    if (!words.starts_with("I-")) return std::nullopt;
    const auto source = swot_source(db, process, words);
    if (!source) return std::nullopt;
    return ShownEvidence{Kind::inspel, source->reference, source->number, source->issue};
}

}  // namespace

std::optional<ShownEvidence> evidence_named(
    sql::Connection& db, Id<Process> process, std::string_view reference) {
    const std::string words = text::one_line(reference);
    if (words.starts_with("https://") && words.find(' ') == words.npos)
        return ShownEvidence{Kind::link, words};
    for (const auto& [prefix, kind] : prefixes) {
        const auto number = number_after(words, prefix);
        if (number && is_there(db, process, kind, *number)) return ShownEvidence{kind, words, *number};
    }
    if (auto inspel = inspel_named(db, process, words)) return inspel;
    // The code of one that no frozen version has had is its writers' alone.
    const auto node = store::node_named(db, process, words);
    if (node && store::is_public(db, node->node.id)) return ShownEvidence{Kind::paragraph, words};
    return std::nullopt;
}

std::vector<std::string> references_in(std::string_view evidence) {
    std::vector<std::string> references;
    for (const auto& line : text::split(evidence, '\n'))
        if (auto words = text::one_line(line); !words.empty()) references.push_back(std::move(words));
    return references;
}

std::vector<Complaint> unknown_evidence(sql::Connection& db, Id<Process> process, std::string_view evidence) {
    std::vector<Complaint> complaints;
    for (const auto& reference : references_in(evidence))
        if (!evidence_named(db, process, reference))
            complaints.push_back({Field::evidence,
                N_("There is no \"{}\". Write for example A-17, P-3, event-12, RUS-2.1-p1 or an https "
                   "address"),
                {reference}});
    return complaints;
}

}  // namespace medskapa::app
