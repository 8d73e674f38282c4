#include "domain/checklist/checklist.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>

namespace medskapa {
namespace {

constexpr std::size_t longest_text = 5'000;

/// The version of the kind that was valid on the day; before all of them the first.
const Checklist* version_on(const std::vector<Checklist>& all, Checklist::Kind kind, Day day) {
    const Checklist* found = nullptr;
    for (const auto& one : all) {
        if (one.kind != kind) continue;
        const bool is_better = found == nullptr || (one.is_valid_on(day) && !found->is_valid_on(day)) ||
                               (!found->is_valid_on(day) && one.valid_from < found->valid_from);
        if (is_better) found = &one;
    }
    return found;
}

/// What is claimed needs a ground: words, or something that can be looked up.
bool needs_ground(Judgement::Status status) {
    return status != Judgement::Status::missing;
}

}  // namespace

const Requirement* Checklist::requirement(std::string_view code) const {
    const auto found = std::find_if(
        requirements.begin(), requirements.end(), [&](const Requirement& one) { return one.code == code; });
    return found == requirements.end() ? nullptr : &*found;
}

std::vector<const Checklist*> checklists_on(const std::vector<Checklist>& all, Day day) {
    std::vector<const Checklist*> found;
    for (const auto& name : names_of<Checklist::Kind>)
        if (const auto* one = version_on(all, name.value, day)) found.push_back(one);
    return found;
}

std::vector<ChecklistDifference> differences_between(const Checklist& before, const Checklist& after) {
    using Kind = ChecklistDifference::Kind;
    std::vector<ChecklistDifference> found;
    for (const auto& one : after.requirements) {
        const auto* was = before.requirement(one.code);
        if (was == nullptr)
            found.push_back({Kind::added, one.code, {}, one.text});
        else if (!(was->text == one.text))
            found.push_back({Kind::reworded, one.code, was->text, one.text});
    }
    for (const auto& one : before.requirements)
        if (after.requirement(one.code) == nullptr) found.push_back({Kind::removed, one.code, one.text, {}});
    return found;
}

Result<Judgement> checked(Judgement judgement, const Checklist& list) {
    judgement.comment = text::trimmed(text::cleaned(judgement.comment));
    judgement.evidence = text::trimmed(text::cleaned(judgement.evidence));
    if (!list.is_graded()) judgement.grade.reset();
    std::vector<Complaint> complaints;
    if (judgement.status == Judgement::Status::old)
        complaints.push_back({Field::status, N_("Choose one of these")});
    if (list.is_graded() && (!judgement.grade || *judgement.grade < 0 || *judgement.grade > best_grade))
        complaints.push_back({Field::grade, N_("Choose a grade from 0 to 5")});
    if (needs_ground(judgement.status) && judgement.comment.empty() && judgement.evidence.empty())
        complaints.push_back({Field::comment, N_("Write why, or name what shows it. Everybody can read it")});
    if (text::length(judgement.comment) > longest_text)
        complaints.push_back({Field::comment, N_("Write at most {} characters"), {longest_text}});
    if (text::length(judgement.evidence) > longest_text)
        complaints.push_back({Field::evidence, N_("Write at most {} characters"), {longest_text}});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return judgement;
}

bool is_too_old(const Judgement& judgement, const Checklist& list, Instant now) {
    return list.fresh_days > 0 && now - judgement.judged_at > std::chrono::days{list.fresh_days};
}

}  // namespace medskapa
