#include "domain/checklist/checklist.hpp"

#include <doctest/doctest.h>
#include <stdexcept>

using namespace medskapa;

namespace {

using Status = Judgement::Status;

const std::string list_header =
    "list,version,valid_from,valid_to,source,verify,fresh_days,title_sv,title_en,lead_sv,lead_en\n";
const std::string requirement_header = "list,version,code,group_sv,group_en,text_sv,text_en,rule\n";

Day day(const char* iso) {
    return *time::read_day(iso);
}

const Checklist& on(const char* iso, Checklist::Kind kind) {
    for (const auto* list : checklists_on(all_checklists(), day(iso)))
        if (list->kind == kind) return *list;
    throw std::logic_error{"no such list"};
}

Judgement judged(Status status, const std::string& comment) {
    Judgement judgement;
    judgement.status = status;
    judgement.comment = comment;
    return judgement;
}

}  // namespace

TEST_CASE(
    "the program holds the six steps, 18 factors, seven criteria and the ordinance, each in both languages") {
    CHECK(on("2026-05-14", Checklist::Kind::wheel).requirements.size() == 18);
    CHECK(on("2026-05-14", Checklist::Kind::eu).requirements.size() == 7);
    CHECK(on("2026-05-14", Checklist::Kind::ordinance).requirements.size() == 14);
    CHECK(on("2026-05-14", Checklist::Kind::steps).requirements.size() > 15);
    for (const auto& list : all_checklists()) {
        CHECK(list.is_to_verify);
        CHECK_FALSE(list.title.only_in(Language::en).empty());
        for (const auto& one : list.requirements) {
            CAPTURE(one.code);
            CHECK_FALSE(one.text.original().empty());
            CHECK_FALSE(one.text.only_in(Language::en).empty());
        }
    }
}

TEST_CASE("a process keeps the rules of the day when it began") {
    CHECK(on("2018-05-28", Checklist::Kind::eu).version == "2018");
    CHECK(on("2019-01-01", Checklist::Kind::eu).version == "2018");
    CHECK(on("2021-06-30", Checklist::Kind::eu).version == "2018");
    CHECK(on("2021-07-01", Checklist::Kind::eu).version == "2021");
}

TEST_CASE("what another version says otherwise is listed") {
    const auto differences =
        differences_between(on("2019-01-01", Checklist::Kind::eu), on("2022-01-01", Checklist::Kind::eu));
    CHECK(differences.size() == 5);
    CHECK(differences.front().kind == ChecklistDifference::Kind::reworded);
    const auto& one = on("2022-01-01", Checklist::Kind::eu);
    CHECK(differences_between(one, one).empty());
    auto shorter = one;
    shorter.requirements.pop_back();
    CHECK(differences_between(one, shorter).front().kind == ChecklistDifference::Kind::removed);
    CHECK(differences_between(shorter, one).front().kind == ChecklistDifference::Kind::added);
}

TEST_CASE("a file that is not as its README says is named with the row") {
    const std::string list = "eu,1,2020-01-01,,Källa,yes,10,Lista,List,,\n";
    CHECK(read_checklists(list_header + list, requirement_header + "eu,1,1,,,Krav,,\n").size() == 1);
    for (const auto& [lists, requirements] : std::vector<std::pair<std::string, std::string>>{
             {"rymd,1,2020-01-01,,K,yes,10,L,L,,\n", ""}, {"eu,1,igår,,K,yes,10,L,L,,\n", ""},
             {"eu,1,,,K,yes,10,L,L,,\n", ""}, {"eu,1,2020-01-01,,,yes,10,L,L,,\n", ""},
             {"eu,1,2020-01-01,,K,yes,-3,L,L,,\n", ""}, {list, "eu,2,1,,,Krav,,\n"},
             {list, "eu,1,1,,,Krav,,\neu,1,1,,,Igen,,\n"}, {list, "eu,1,1,,,Krav,,gissa\n"},
             {list, "eu,1,,,,Krav,,\n"}, {list, "eu,1,1,,,,,\n"}, {list, "eu,1,1\n"}}) {
        CAPTURE(lists);
        CAPTURE(requirements);
        CHECK_THROWS_AS(
            read_checklists(list_header + lists, requirement_header + requirements), std::runtime_error);
    }
}

TEST_CASE("who says that a requirement is met says why, and only time says that it is old") {
    const auto& list = on("2026-05-14", Checklist::Kind::steps);
    CHECK(checked(judged(Status::met, "Vi räknade."), list));
    CHECK(checked(judged(Status::missing, ""), list));
    CHECK_FALSE(checked(judged(Status::met, " "), list));
    CHECK_FALSE(checked(judged(Status::not_relevant, ""), list));
    CHECK_FALSE(checked(judged(Status::old, "Länge sedan."), list));
    auto with_evidence = judged(Status::met, "");
    with_evidence.evidence = "A-1";
    CHECK(checked(with_evidence, list));
}

TEST_CASE("a factor has a grade from 0 to 5, and other requirements none") {
    const auto& wheel = on("2026-05-14", Checklist::Kind::wheel);
    auto graded = judged(Status::partly, "Rådet satte betyget.");
    CHECK_FALSE(checked(graded, wheel));
    for (const int grade : {0, best_grade}) {
        graded.grade = grade;
        CHECK(checked(graded, wheel));
    }
    for (const int grade : {-1, best_grade + 1}) {
        graded.grade = grade;
        CHECK_FALSE(checked(graded, wheel));
    }
    CHECK_FALSE(checked(graded, on("2026-05-14", Checklist::Kind::eu))->grade);
}

TEST_CASE("a judgement holds as long as its list says, and not a day more") {
    const auto& list = on("2026-05-14", Checklist::Kind::steps);
    Judgement judgement;
    judgement.judged_at = Instant{std::chrono::sys_days{day("2020-01-01").time_since_epoch()}};
    const auto last = judgement.judged_at + std::chrono::days{list.fresh_days};
    CHECK_FALSE(is_too_old(judgement, list, last));
    CHECK(is_too_old(judgement, list, last + std::chrono::seconds{1}));
}
