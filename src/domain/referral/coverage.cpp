#include "domain/referral/coverage.hpp"

#include <algorithm>

namespace medskapa {

std::vector<Coverage> coverage(
    const std::vector<Party>& parties, const std::vector<CountedAnswer>& answers, Day today) {
    std::vector<Coverage> lines;
    for (const auto& name : names_of<Party::Kind>) lines.push_back({.kind = name.value});
    if (std::any_of(answers.begin(), answers.end(), [](const auto& answer) { return !answer.kind; }))
        lines.push_back({.kind = std::nullopt});
    const auto line_of = [&](std::optional<Party::Kind> kind) -> Coverage& {
        return *std::find_if(
            lines.begin(), lines.end(), [&](const Coverage& line) { return line.kind == kind; });
    };
    for (const auto& party : parties) {
        auto& line = line_of(party.kind);
        ++line.invited;
        switch (party.state(today)) {
            case Party::State::answered: ++line.answered; break;
            case Party::State::abstained: ++line.abstained; break;
            case Party::State::silent: ++line.silent; break;
            case Party::State::invited: break;
        }
    }
    for (const auto& answer : answers) {
        auto& line = line_of(answer.kind);
        if (!answer.is_invited) ++line.uninvited;
        if (answer.is_used) ++line.used;
    }
    return lines;
}

Coverage sum(const std::vector<Coverage>& lines) {
    Coverage total;
    for (const auto& line : lines) {
        total.invited += line.invited;
        total.answered += line.answered;
        total.abstained += line.abstained;
        total.silent += line.silent;
        total.uninvited += line.uninvited;
        total.used += line.used;
    }
    return total;
}

}  // namespace medskapa
