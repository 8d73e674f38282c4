#include "domain/referral/coverage.hpp"

namespace medskapa {

std::vector<Coverage> coverage(
    const std::vector<Party>& parties, const std::vector<CountedAnswer>& answers, Day today) {
    std::vector<Coverage> lines(names_of<Party::Kind>.size());
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].kind = static_cast<Party::Kind>(i);
    for (const auto& party : parties) {
        auto& line = lines[static_cast<std::size_t>(party.kind)];
        ++line.invited;
        switch (party.state(today)) {
            case Party::State::answered: ++line.answered; break;
            case Party::State::abstained: ++line.abstained; break;
            case Party::State::silent: ++line.silent; break;
            case Party::State::invited: break;
        }
    }
    for (const auto& answer : answers) {
        auto& line = lines[static_cast<std::size_t>(answer.kind)];
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
