#include "app/swot/sources.hpp"

#include "app/statistics/run.hpp"
#include "base/text.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/columns.hpp"
#include "store/statistics/dataset_store.hpp"
#include "store/swot/swot_store.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace medskapa::app {
namespace {

std::optional<int> number_in(std::string_view digits) {
    int number = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool is_number = fault == std::errc{} && end == digits.data() + digits.size() && number > 0;
    return is_number ? std::optional{number} : std::nullopt;
}

std::optional<SwotSource> dataset_source(sql::Connection& db, Id<Process> process, std::string_view digits) {
    const auto number = number_in(digits);
    const auto dataset = number ? store::dataset_numbered(db, *number) : std::nullopt;
    if (!dataset || !dataset->is_shown_in(process)) return std::nullopt;
    const auto newest = store::newest_instead_of(db, dataset->id);
    return SwotSource{
        SwotSource::Kind::dataset, reference(*dataset), *number, 0, newest ? newest->number : 0};
}

bool has_issue(sql::Connection& db, const Inspel& inspel, int position) {
    const auto issues = store::issues_of(db, inspel.id);
    return std::any_of(
        issues.begin(), issues.end(), [&](const Issue& one) { return one.position == position; });
}

std::optional<SwotSource> inspel_source(sql::Connection& db, Id<Process> process, std::string_view named) {
    const auto slash = named.find('/');
    const auto number = number_in(named.substr(0, slash));
    const auto inspel = number ? store::inspel_numbered(db, process, *number) : std::nullopt;
    if (!inspel || inspel->state != Inspel::State::published) return std::nullopt;
    auto reference = "I-" + std::to_string(*number);
    if (slash == named.npos) return SwotSource{SwotSource::Kind::inspel, std::move(reference), *number, 0, 0};
    const auto issue = number_in(named.substr(slash + 1));
    if (!issue || !has_issue(db, *inspel, *issue)) return std::nullopt;
    reference += "/" + std::to_string(*issue);
    return SwotSource{SwotSource::Kind::issue, std::move(reference), *number, *issue, 0};
}

}  // namespace

std::optional<SwotSource> swot_source(sql::Connection& db, Id<Process> process, std::string_view typed) {
    const auto words = text::lower(text::one_line(typed));
    if (words.starts_with("d-")) return dataset_source(db, process, std::string_view{words}.substr(2));
    if (words.starts_with("i-")) return inspel_source(db, process, std::string_view{words}.substr(2));
    return std::nullopt;
}

SwotSupport support_of(sql::Connection& db, Id<Process> process, const std::vector<Citation>& citations,
    const std::vector<SwotEvidence>& others) {
    std::set<std::int64_t> runs;
    for (const auto& one : citations) runs.insert(one.run.value);
    SwotSupport support;
    support.gone = static_cast<std::size_t>(std::count_if(others.begin(), others.end(),
        [&](const SwotEvidence& one) { return !swot_source(db, process, one.reference); }));
    support.there = runs.size() + others.size() - support.gone;
    return support;
}

SwotSupport support_of(sql::Connection& db, const SwotItem& item) {
    return support_of(
        db, item.process, store::citations_of(db, item.id), store::swot_evidence_of(db, item.id));
}

sql::RowVersion version_of_support(sql::Connection& db, const SwotItem& item) {
    std::string all;
    for (const auto& one : store::citations_of(db, item.id))
        all += sql::version_of<store::tables::citation>(one).version;
    for (const auto& one : store::swot_evidence_of(db, item.id)) {
        const auto source = swot_source(db, item.process, one.reference);
        all += one.reference + '/' + (source ? std::to_string(source->replaced_by) : "gone") + ',';
    }
    return {"swot_support/" + std::to_string(item.id.value), sql::short_digest(all)};
}

bool has_evidence(sql::Connection& db, const SwotItem& item) {
    return support_of(db, item).there > 0;
}

}  // namespace medskapa::app
