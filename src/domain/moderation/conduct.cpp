#include "domain/moderation/conduct.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <iterator>

namespace medskapa {
namespace {

constexpr std::size_t longest_rule = 1'000;
constexpr std::size_t longest_introduction = 5'000;

void tidy(std::vector<Complaint>& complaints, const std::string& name, Localized& words, std::size_t most) {
    words.change_each([](const std::string& typed) { return text::trimmed(text::cleaned(typed)); });
    for (const auto& [language, typed] : words.texts())
        if (text::length(typed) > most)
            complaints.push_back({name, N_("Write at most {} characters"), {std::to_string(most)}});
}

const ConductRule* find_rule(DeclineReason reason) {
    return std::find_if(std::begin(conduct_rules), std::end(conduct_rules),
        [&](const ConductRule& rule) { return rule.reason == reason; });
}

}  // namespace

int number_of_rule(DeclineReason reason) {
    return static_cast<int>(find_rule(reason) - std::begin(conduct_rules)) + 1;
}

const ConductRule& rule_of(DeclineReason reason) {
    return *find_rule(reason);
}

Result<Conduct> checked(Conduct conduct) {
    std::vector<Complaint> complaints;
    tidy(complaints, "inledning", conduct.introduction, longest_introduction);
    for (const auto& rule : conduct_rules)
        tidy(complaints, std::string{rule.name}, conduct.*rule.own, longest_rule);
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return conduct;
}

}  // namespace medskapa
