#pragma once

#include "domain/plan/plan.hpp"

#include <vector>

/// What a plan for participation needs to be published.
namespace example {

/// A decision, a group with its way, and each assessment that a plan has to speak of: the first is done, the
/// others are not. The numbers are those that they get in a process without a plan: the group has 2.
inline std::vector<medskapa::PlanLine> lines_of_plan(const std::string& words = "Ord") {
    using namespace medskapa;
    const Localized both{words, words};
    std::vector<PlanLine> lines(2);
    lines[0].kind = PlanLine::Kind::decision;
    lines[1].kind = PlanLine::Kind::group;
    for (auto& line : lines) line.name = line.text = line.way = both;
    for (const auto* code : {"hallbarhet", "barn", "miljo", "jamstalldhet", "landsbygd"}) {
        PlanLine line;
        line.kind = PlanLine::Kind::assessment;
        line.template_code = code;
        line.is_promised = lines.size() == 2;
        line.text = both;
        lines.push_back(line);
    }
    return lines;
}

}  // namespace example
