#include "domain/correction/correction.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace medskapa {
namespace {

constexpr std::size_t longest_reason = 1'000;

const Reading* found(const Readings& readings, Correction::Aspect aspect, const std::string& place) {
    const auto it = std::find_if(readings.begin(), readings.end(),
        [&](const Reading& one) { return one.aspect == aspect && one.place == place; });
    return it == readings.end() ? nullptr : &*it;
}

}  // namespace

std::string reference(const Correction& correction) {
    return "R-" + std::to_string(correction.number);
}

std::string text_of(const Readings& readings, Correction::Aspect aspect, const std::string& place) {
    const auto* one = found(readings, aspect, place);
    return one == nullptr ? std::string{} : one->text;
}

Result<std::vector<Correction>> composed_corrections(
    const Readings& standing, const Correcting& correcting, Field unchanged) {
    std::vector<Correction> corrections;
    const auto reason = text::one_line(text::cleaned(correcting.reason));
    for (const auto& stands : standing) {
        const auto* right = found(correcting.right, stands.aspect, stands.place);
        if (right == nullptr || right->text == stands.text) continue;
        Correction one;
        one.aspect = stands.aspect;
        one.place = stands.place;
        one.is_withheld = correcting.withholds;
        if (!one.is_withheld) one.was = stands.text;
        one.right = right->text;
        one.reason = reason;
        corrections.push_back(std::move(one));
    }
    std::vector<Complaint> complaints;
    if (corrections.empty()) complaints.push_back({unchanged, N_("Nothing is changed. Write what is right")});
    if (reason.empty())
        complaints.push_back(
            {Field::change_reason, N_("Write what was wrong, and why. Everybody can read it")});
    if (text::length(reason) > longest_reason)
        complaints.push_back({Field::change_reason, N_("Write at most {} characters"), {longest_reason}});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, std::move(complaints));
    return corrections;
}

}  // namespace medskapa
