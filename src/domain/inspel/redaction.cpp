#include "domain/inspel/redaction.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>

namespace medskapa {
namespace {

constexpr std::size_t longest_reason = 60;
constexpr std::size_t shortest_passage = 2;

/// Whether the span lies in what stands for masked words.
bool is_masked(const std::string& text, const text::Span& span) {
    const auto begun = text.rfind("[maskat: ", span.begin);
    if (begun == text.npos) return false;
    const auto end = text.find(']', begun);
    return end == text.npos || span.begin < end;
}

std::vector<text::Span> spans_to_mask(const Mask& mask, const std::string& text) {
    auto spans = text::spans_of(mask.passage, text, mask.capitals);
    const auto cut = text::cut_span_of(mask.passage, text, mask.capitals);
    if (!cut.empty() && (spans.empty() || spans.back().end <= cut.front().begin))
        spans.push_back(cut.front());
    std::erase_if(spans, [&](const text::Span& span) { return is_masked(text, span); });
    return spans;
}

}  // namespace

Result<Mask> checked(Mask mask) {
    mask.passage = text::trimmed(text::cleaned(mask.passage));
    mask.reason = text::one_line(mask.reason);
    std::vector<Complaint> complaints;
    if (text::length(mask.passage) < shortest_passage)
        complaints.push_back({Field::passage, N_("Mark the words that are to be masked")});
    if (mask.reason.empty() || text::length(mask.reason) > longest_reason)
        complaints.push_back(
            {Field::mask_reason, N_("Write in a word or two what it is, for example a name")});
    if (mask.reason.find_first_of("[]") != std::string::npos ||
        !text::spans_of(mask.passage, mask.shown(), text::Capitals::any).empty())
        complaints.push_back({Field::mask_reason, N_("Do not repeat what is masked, and use no brackets")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return mask;
}

std::int64_t apply(const Mask& mask, std::string& text) {
    const auto shown = mask.shown();
    const auto spans = spans_to_mask(mask, text);
    for (auto span = spans.rbegin(); span != spans.rend(); ++span)
        text.replace(span->begin, span->end - span->begin, shown);
    return static_cast<std::int64_t>(spans.size());
}

std::vector<std::string> with_other_capitals(const Mask& mask, const std::string& text) {
    auto any = mask;
    any.capitals = text::Capitals::any;
    auto masked = text;
    apply(mask, masked);
    std::vector<std::string> found;
    for (const auto& span : spans_to_mask(any, masked)) {
        auto words = text::one_line(masked.substr(span.begin, span.end - span.begin));
        if (std::find(found.begin(), found.end(), words) == found.end()) found.push_back(std::move(words));
    }
    return found;
}

}  // namespace medskapa
