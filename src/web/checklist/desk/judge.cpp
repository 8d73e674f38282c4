#include "web/checklist/addresses.hpp"
#include "web/checklist/desk/pages.hpp"
#include "web/checklist/views.hpp"
#include "web/site/desk/form.hpp"

namespace medskapa::web::checklist::desk {
namespace {

using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;

/// The requirement that the address names, in the process' version of its list.
struct Asked {
    const Checklist* list = nullptr;
    const Requirement* requirement = nullptr;
};

std::optional<Asked> asked_for(const Visit& visit) {
    Checklist::Kind kind{};
    if (!find_name<Checklist::Kind>(visit.path.at("list"), kind)) return std::nullopt;
    for (const auto* list : app::checklists_of(visit.db, visit.process->id, visit.today()))
        if (list->kind == kind)
            if (const auto* found = list->requirement(visit.path.at("requirement")))
                return Asked{list, found};
    return std::nullopt;
}

Values values_of(const Visit& visit, sql::Connection& db, const Asked& asked) {
    const auto judgements =
        store::judgements_of(db, visit.process->id, asked.list->kind, asked.requirement->code);
    if (judgements.empty()) return {};
    const auto& newest = judgements.front();
    return {{"lage", std::string{name_of(newest.status)}},
        {"betyg", newest.grade ? std::to_string(*newest.grade) : ""}, {"kommentar", newest.comment},
        {"underlag", newest.evidence}};
}

/// All but the one that only time gives.
std::vector<ui::Choice> status_choices(const Words& words) {
    auto choices = ui::choices_of<Judgement::Status>(words);
    std::erase_if(
        choices, [](const ui::Choice& one) { return one.value == name_of(Judgement::Status::old); });
    return choices;
}

std::vector<ui::Choice> grade_choices(const Words& words) {
    std::vector<ui::Choice> choices{{"", words("Not chosen")}};
    for (int grade = 0; grade <= best_grade; ++grade)
        choices.push_back({std::to_string(grade), std::to_string(grade)});
    return choices;
}

site::desk::Form form_of(const Visit& visit, const Asked& asked) {
    const auto& words = visit.words;
    site::desk::Form form{asked.requirement->text.in(words.language()), rules_of(*asked.list, words)};
    form.home = {visit.href(address::desk_checklists), words("Requirements")};
    if (asked.list->is_graded())
        form.one({"betyg", words("Grade, from 0 to 5"), Kind::choice, Needed::yes,
            words("0 is no information, 5 is excellent."), grade_choices(words)});
    else
        form.one({"lage", words("How does it stand?"), Kind::choice, Needed::yes, {}, status_choices(words)});
    form.one({"kommentar", words("Why"), Kind::text, Needed::no,
        words("Everybody can read it. Needed unless you name what shows it below, or it is missing.")});
    form.one({"underlag", words("What shows it"), Kind::text, Needed::no,
        words("A reference on each line: A-17 (an analysis), D-4 (a dataset), P-3 (a priority), event-12 (a "
              "meeting), RUS-2.1-p1 (a paragraph), or an https address.")});
    return form;
}

/// A grade says by itself how the factor stands.
Judgement::Status status_of_grade(std::int64_t grade) {
    constexpr std::int64_t good = 4;
    constexpr std::int64_t fair = 1;
    return grade >= good   ? Judgement::Status::met
           : grade >= fair ? Judgement::Status::partly
                           : Judgement::Status::missing;
}

Result<Judgement> judgement_from(const Asked& asked, const Values& values) {
    site::desk::Reader in{values};
    Judgement judgement;
    judgement.list = asked.list->kind;
    judgement.code = asked.requirement->code;
    if (asked.list->is_graded()) {
        if (const auto grade = Visit::number(in.line("betyg"))) judgement.grade = *grade;
        judgement.status = status_of_grade(judgement.grade.value_or(0));
    } else {
        judgement.status = in.choice<Judgement::Status>("lage");
    }
    judgement.comment = in.line("kommentar");
    judgement.evidence = in.line("underlag");
    return in.finished(judgement);
}

}  // namespace

Response requirement(const Visit& visit) {
    const auto asked = asked_for(visit);
    if (!asked) return problem(visit, Failure::Kind::not_found);
    const auto values = values_of(visit, visit.db, *asked);
    return site::desk::form_page(visit, form_of(visit, *asked), values, values);
}

Response judge(const Visit& visit) {
    const auto asked = asked_for(visit);
    if (!asked) return problem(visit, Failure::Kind::not_found);
    return site::desk::saved_or_again(
        visit, form_of(visit, *asked), [&](const Values& typed) { return judgement_from(*asked, typed); },
        [&](sql::Connection& db) { return values_of(visit, db, *asked); },
        [&](auto& act, const Judgement& typed) { return app::judge_requirement(act, typed, visit.today()); });
}

}  // namespace medskapa::web::checklist::desk
