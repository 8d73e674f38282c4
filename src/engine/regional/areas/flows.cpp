#include "engine/regional/areas/flows.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace medskapa::regional {
namespace {

constexpr std::size_t most_places = 20'000;

double sum(std::span<const Flows::Flow> flows, double first) {
    return std::accumulate(flows.begin(), flows.end(), first,
        [](double so_far, const Flows::Flow& flow) { return so_far + flow.amount; });
}

/// Turns counts behind each place into where its row starts.
std::vector<std::size_t> starts(std::vector<std::size_t> counts) {
    std::exclusive_scan(counts.begin(), counts.end(), counts.begin(), std::size_t{0});
    return counts;
}

}  // namespace

Flows::Rows Flows::turned(std::vector<std::size_t> start) const {
    auto next = start;
    Rows rows{std::vector<Flow>(out_.flows.size()), std::move(start)};
    for (std::uint32_t from = 0; from < size(); ++from) {
        for (const auto& flow : out_of(from)) rows.flows[next[flow.place]++] = {from, flow.amount};
    }
    return rows;
}

double Flows::residents(std::size_t place) const {
    return sum(out_of(place), stay_[place]);
}

double Flows::jobs(std::size_t place) const {
    return sum(into(place), stay_[place]);
}

void FlowBuilder::add(std::string_view from, std::string_view to, std::optional<double> amount) {
    entries_.push_back({places_.number_of(from), places_.number_of(to), amount.value_or(0.0)});
    missing_ += amount ? 0 : 1;
}

std::optional<Failure> FlowBuilder::refusal() const {
    const auto because = [](const char* sentence, Holes holes) {
        return Failure{Failure::Kind::invalid, {{"flows", sentence, std::move(holes)}}};
    };
    if (entries_.empty()) return because(N_("There is no flow. Give at least one row."), {});
    if (places_.size() > most_places) {
        return because(N_("{} places are more than 20 000. Use coarser codes."), {places_.size()});
    }
    for (const auto& entry : entries_) {
        if (entry.amount >= 0 && std::isfinite(entry.amount)) continue;
        return because(N_("A flow of {} is negative or infinite. Flows must be 0 or more."),
            {std::to_string(entry.amount)});
    }
    return std::nullopt;
}

/// Leaves each pair once, in order. Returns how many rows went into another.
std::size_t FlowBuilder::sum_repeated() {
    const auto ranks = places_.ranks();
    for (auto& entry : entries_) {
        entry.from = ranks[entry.from];
        entry.to = ranks[entry.to];
    }
    // By amount too, so that the order of a file's rows never shows in a sum.
    std::sort(entries_.begin(), entries_.end(),
        [](const Entry& a, const Entry& b) { return a.order() < b.order(); });
    std::vector<Entry> once;
    for (const auto& entry : entries_) {
        if (!once.empty() && once.back().from == entry.from && once.back().to == entry.to) {
            once.back().amount += entry.amount;
        } else {
            once.push_back(entry);
        }
    }
    std::swap(entries_, once);
    return once.size() - entries_.size();
}

Result<Flows> FlowBuilder::finish() {
    if (auto failure = refusal()) return tl::unexpected{std::move(*failure)};
    Flows flows;
    const auto repeated = sum_repeated();
    flows.codes_ = places_.sorted();
    flows.stay_.resize(flows.size());
    std::vector<std::size_t> leaving(flows.size() + 1);
    std::vector<std::size_t> coming(flows.size() + 1);
    for (const auto& [from, to, amount] : entries_) {
        if (from == to) flows.stay_[from] = amount;
        if (from == to || amount <= 0) continue;
        flows.out_.flows.push_back({to, amount});
        ++leaving[from];
        ++coming[to];
    }
    flows.out_.start = starts(std::move(leaving));
    flows.in_ = flows.turned(starts(std::move(coming)));
    const auto warn = [&](const char* kind, const char* sentence, std::size_t count) {
        if (count > 0) flows.warnings_.push_back({kind, sentence, {count}});
    };
    warn("duplicates", N_("{} rows repeated a pair of places and were summed."), repeated);
    warn("missing", N_("{} commuting flows are hidden or missing, and were counted as zero."), missing_);
    return flows;
}

}  // namespace medskapa::regional
