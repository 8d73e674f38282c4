#include "domain/referral/positions.hpp"

namespace medskapa {
namespace {

PositionsOn counted_on(const std::vector<CountedPositions>& answers, const std::string& part) {
    PositionsOn on{part, {}};
    for (const auto& answer : answers) {
        const auto found = answer.parts.find(part);
        if (found != answer.parts.end()) ++on.counts[found->second][answer.kind];
    }
    return on;
}

}  // namespace

std::vector<PositionsOn> counted_positions(
    const std::vector<CountedPositions>& answers, const Answerable& asked) {
    PositionsOn whole;
    for (const auto& answer : answers) ++whole.counts[answer.whole][answer.kind];
    std::vector<PositionsOn> all{whole};
    const auto take = [&](const std::string& part) {
        auto on = counted_on(answers, part);
        if (!on.counts.empty()) all.push_back(std::move(on));
    };
    for (const auto& question : asked.questions) take('?' + std::to_string(question.number));
    for (const auto& line : asked.version) take(line.node.code);
    return all;
}

}  // namespace medskapa
