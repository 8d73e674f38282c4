#include "domain/plan/plan.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>

namespace medskapa {
namespace {

using Complaints = std::vector<Complaint>;
using Kind = PlanLine::Kind;

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_text = 10'000;

void limit(Complaints& complaints, Field field, const std::string& words, std::size_t most) {
    if (text::length(words) > most) complaints.push_back({field, N_("Write at most {} characters"), {most}});
}

void clean_text(Complaints& complaints, Field field, Localized& words) {
    words.change_each([](const std::string& one) { return text::trimmed(text::cleaned(one)); });
    for (const auto& [language, one] : words.texts()) limit(complaints, field, one, longest_text);
}

void clean_text(Complaints& complaints, Field field, std::string& words) {
    words = text::trimmed(text::cleaned(words));
    limit(complaints, field, words, longest_text);
}

void clean_line(Complaints& complaints, Field field, Localized& words) {
    words.change_each([](const std::string& one) { return text::one_line(text::cleaned(one)); });
    for (const auto& [language, one] : words.texts()) limit(complaints, field, one, longest_name);
}

const char* wanted_text(Kind kind) {
    switch (kind) {
        case Kind::decision: return N_("Write who decides");
        case Kind::group: return N_("Write how they are affected");
        case Kind::alternative: return N_("Write what it would mean");
        case Kind::assessment: return N_("Write why. Everybody can read it");
        case Kind::occasion: break;
    }
    return nullptr;
}

void need_words(Complaints& complaints, const PlanLine& line) {
    if (line.kind != Kind::assessment && line.name.empty())
        complaints.push_back({Field::title, N_("Write what it is called")});
    if (const auto* wanted = wanted_text(line.kind); wanted && line.text.empty())
        complaints.push_back({Field::text, wanted});
    if (line.kind == Kind::group && line.way.empty())
        complaints.push_back({Field::channel, N_("Write in which way they can take part")});
    if (line.kind == Kind::occasion && !line.day) complaints.push_back({Field::date, N_("Choose a day")});
}

/// What belongs to other kinds goes.
PlanLine with_its_own(PlanLine line) {
    if (line.kind != Kind::group) line.way = {};
    if (line.kind != Kind::decision && line.kind != Kind::occasion) line.day.reset();
    if (line.kind == Kind::assessment) {
        line.name = {};
    } else {
        line.template_code.clear();
        line.is_promised = false;
    }
    return line;
}

bool has(const std::vector<PlanLine>& lines, Kind kind) {
    return std::any_of(lines.begin(), lines.end(), [&](const PlanLine& one) { return one.kind == kind; });
}

bool speaks_of(const std::vector<PlanLine>& lines, const AssessmentTemplate& asked) {
    return std::any_of(lines.begin(), lines.end(),
        [&](const PlanLine& one) { return one.kind == Kind::assessment && one.template_code == asked.code; });
}

void put(std::string& to, std::string_view name, const std::string& words) {
    to += std::string{name} + ' ' + std::to_string(words.size()) + ':' + words + '\n';
}

void put(std::string& to, std::string_view name, const Localized& words) {
    for (const auto& [language, one] : words.texts())
        put(to, std::string{name} + '-' + std::string{language.tag()}, one);
}

}  // namespace

Result<Plan> checked(Plan plan) {
    Complaints complaints;
    clean_text(complaints, Field::text, plan.purpose);
    clean_text(complaints, Field::chosen, plan.open_to);
    clean_text(complaints, Field::position, plan.fixed);
    clean_text(complaints, Field::change_reason, plan.changed);
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return plan;
}

Result<PlanLine> checked(PlanLine typed) {
    auto line = with_its_own(std::move(typed));
    Complaints complaints;
    clean_line(complaints, Field::title, line.name);
    clean_text(complaints, Field::text, line.text);
    clean_text(complaints, Field::channel, line.way);
    need_words(complaints, line);
    const auto& all = all_assessment_templates();
    const bool is_known = std::any_of(all.begin(), all.end(),
        [&](const AssessmentTemplate& one) { return one.code == line.template_code; });
    if (line.kind == Kind::assessment && !is_known)
        complaints.push_back({Field::kind, N_("Choose an assessment")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return line;
}

Result<PromiseOutcome> checked(PromiseOutcome outcome) {
    Complaints complaints;
    clean_text(complaints, Field::comment, outcome.text);
    clean_text(complaints, Field::evidence, outcome.evidence);
    if (outcome.text.empty())
        complaints.push_back({Field::comment, N_("Write what was done. Everybody can read it")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return outcome;
}

std::vector<Complaint> lacks_of(
    const Plan& plan, const std::vector<PlanLine>& lines, const AssessmentTemplates& templates, Day day) {
    Complaints lacks;
    if (plan.purpose.empty()) lacks.push_back({Field::text, N_("The plan does not say what it is for")});
    if (plan.open_to.empty())
        lacks.push_back({Field::chosen, N_("The plan does not say what can be influenced")});
    if (!has(lines, Kind::decision)) lacks.push_back({Field::decision, N_("The plan names no decision")});
    if (!has(lines, Kind::group))
        lacks.push_back({Field::channel, N_("The plan names nobody who is affected and can take part")});
    for (const auto* one : templates_on(templates, day))
        if (!one->is_optional && !speaks_of(lines, *one))
            lacks.push_back(
                {Field::kind, N_("The plan does not say whether the assessment {} is done, and why"),
                    {one->title.original()}});
    if (plan.edition > 1 && plan.changed.empty())
        lacks.push_back({Field::change_reason, N_("The plan does not say what is new in this edition")});
    return lacks;
}

std::string text_of(const Plan& plan, const std::vector<PlanLine>& lines) {
    std::string all;
    put(all, "edition", std::to_string(plan.edition));
    put(all, "purpose", plan.purpose);
    put(all, "open_to", plan.open_to);
    put(all, "fixed", plan.fixed);
    put(all, "changed", plan.changed);
    for (const auto& line : lines) {
        put(all, name_of(line.kind), std::to_string(line.number));
        put(all, "name", line.name);
        put(all, "text", line.text);
        put(all, "way", line.way);
        if (line.day) put(all, "day", time::iso(*line.day));
        if (line.kind == Kind::assessment)
            put(all, line.is_promised ? "promised" : "not_promised", line.template_code);
    }
    return all;
}

}  // namespace medskapa
