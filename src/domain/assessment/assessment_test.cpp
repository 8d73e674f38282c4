#include "domain/assessment/assessment.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <doctest/doctest.h>
#include <stdexcept>

using namespace medskapa;

namespace {

using Outcome = StepAnswer::Outcome;

const Day today = *time::read_day("2026-05-14");

const AssessmentTemplate& on(const char* iso, const char* code) {
    const auto* found = template_on(all_assessment_templates(), code, *time::read_day(iso));
    if (found == nullptr) throw std::logic_error{"no such template"};
    return *found;
}

const AssessmentStep& step_of(const char* code, const char* step) {
    const auto* found = on("2026-05-14", code).step(step);
    if (found == nullptr) throw std::logic_error{"no such step"};
    return *found;
}

StepAnswer answer_of(Outcome outcome, const std::string& text, const std::string& evidence = {}) {
    StepAnswer answer;
    answer.outcome = outcome;
    answer.text = text;
    answer.evidence = evidence;
    return answer;
}

const std::string templates_header =
    "template,version,valid_from,valid_to,source,verify,optional,title_sv,title_en,question_sv,question_en,"
    "lead_sv,lead_en\n";
const std::string steps_header =
    "template,version,step,title_sv,title_en,help_sv,help_en,kind,when,follows_text,needs_day\n";
const std::string one_template = "barn,1,2020-01-01,2020-12-31,Lag,yes,no,T,T,Q,Q,L,L\n";
const std::string one_step = "barn,1,1,T,T,H,H,words,before_decision,yes,no\n";

/// Why the two tables are refused; empty when they are read.
std::string refusal_of(const std::string& templates, const std::string& steps) {
    try {
        read_assessment_templates(templates_header + templates, steps_header + steps);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("the program holds six kinds of assessments, each in both languages and to be verified") {
    const auto all = templates_on(all_assessment_templates(), today);
    REQUIRE(all.size() == 6);
    for (const auto* one : all) {
        CHECK(one->is_to_verify);
        CHECK(one->is_optional == (one->code == "samisk"));
        CHECK_FALSE(one->question.only_in(Language::en).empty());
        for (const auto& step : one->steps) CHECK_FALSE(step.help.only_in(Language::en).empty());
    }
    CHECK(on("2026-05-14", "barn").steps.size() == 6);
}

TEST_CASE("the environmental assessment has four points at adoption, and the others have none") {
    for (const auto* one : templates_on(all_assessment_templates(), today)) {
        std::size_t at_adoption = 0;
        for (const auto& step : one->steps) at_adoption += step.when == AssessmentStep::When::at_adoption;
        CHECK(at_adoption == (one->code == "miljo" ? 4 : 0));
    }
}

TEST_CASE("sustainability has stop points and a step for goal conflicts") {
    CHECK(step_of("hallbarhet", "2").kind == AssessmentStep::Kind::stop);
    CHECK(step_of("hallbarhet", "3").kind == AssessmentStep::Kind::stop);
    CHECK(step_of("hallbarhet", "5").kind == AssessmentStep::Kind::conflicts);
}

TEST_CASE("a template is the version that is valid on the day, at both ends of its days") {
    CHECK(on("2024-02-29", "samisk").version == "2010");
    CHECK(on("2024-03-01", "samisk").version == "2024");
    CHECK(on("2001-01-01", "samisk").version == "2010");
    CHECK(template_on(all_assessment_templates(), "rymden", today) == nullptr);
    CHECK(template_of_version(all_assessment_templates(), "samisk", "2010")->step("6") == nullptr);
    CHECK(template_of_version(all_assessment_templates(), "samisk", "2025") == nullptr);
}

TEST_CASE("a template is offered until its last day, and not on the day after") {
    const auto all = read_assessment_templates(templates_header + one_template, steps_header + one_step);
    const auto last = *time::read_day("2020-12-31");

    CHECK(template_on(all, "barn", *time::read_day("2019-12-31")) == &all.front());
    CHECK(template_on(all, "barn", last) == &all.front());
    CHECK(templates_on(all, last).size() == 1);
    CHECK(template_on(all, "barn", last + std::chrono::days{1}) == nullptr);
    CHECK(templates_on(all, last + std::chrono::days{1}).empty());
    CHECK(template_of_version(all, "barn", "1") == &all.front());
}

TEST_CASE("a table that is not as its page says is refused with its row") {
    CHECK(refusal_of(one_template, one_step).empty());
    CHECK(refusal_of(one_template, "").find("has no steps") != std::string::npos);
    CHECK(refusal_of(one_template + one_template, one_step).find("row 3") != std::string::npos);
    CHECK(refusal_of(one_template, one_step + one_step).find("stands twice") != std::string::npos);
    CHECK_FALSE(refusal_of("", one_step).empty());
    const auto with = [](std::string row, const std::string& was, const std::string& is) {
        return row.replace(row.find(was), was.size(), is);
    };
    CHECK_FALSE(refusal_of(with(one_template, "yes", "perhaps"), one_step).empty());
    CHECK_FALSE(refusal_of(with(one_template, "2020-12-31", "2019-12-31"), one_step).empty());
    CHECK_FALSE(refusal_of(with(one_template, "2020-01-01", ""), one_step).empty());
    CHECK_FALSE(refusal_of(with(one_template, "barn", "../barn"), one_step).empty());
    CHECK_FALSE(refusal_of(with(one_template, "Lag", ""), one_step).empty());
    CHECK_FALSE(refusal_of(one_template, with(one_step, "words", "song")).empty());
    CHECK_FALSE(refusal_of(one_template, with(one_step, "before_decision", "later")).empty());
}

TEST_CASE("a step is answered with words and something that shows it, or is not relevant with why") {
    const auto& step = step_of("barn", "1");
    CHECK(checked(answer_of(Outcome::answered, " Alla. ", "I-1"), step, today)->text == "Alla.");
    CHECK_FALSE(checked(answer_of(Outcome::answered, "", "I-1"), step, today));
    CHECK_FALSE(checked(answer_of(Outcome::answered, "Alla.", " \n "), step, today));
    CHECK(checked(answer_of(Outcome::not_relevant, "Inga barn berörs."), step, today));
    CHECK_FALSE(checked(answer_of(Outcome::not_relevant, " "), step, today));
    CHECK(checked(answer_of(Outcome::answered, std::string(20'000, 'x'), "I-1"), step, today));
    CHECK_FALSE(checked(answer_of(Outcome::answered, std::string(20'001, 'x'), "I-1"), step, today));
}

TEST_CASE("a stop is said at stop points alone, and with why") {
    CHECK(checked(answer_of(Outcome::stopped, "Älven dör."), step_of("hallbarhet", "2"), today));
    CHECK_FALSE(checked(answer_of(Outcome::stopped, ""), step_of("hallbarhet", "2"), today));
    CHECK_FALSE(checked(answer_of(Outcome::stopped, "Älven dör."), step_of("hallbarhet", "1"), today));
}

TEST_CASE("a step that asks for a day gets one that has been, and no other step keeps one") {
    auto answer = answer_of(Outcome::answered, "Klar.", "https://example.org/a");
    const auto& screening = step_of("miljo", "1");
    CHECK_FALSE(checked(answer, screening, today));
    answer.day = today;
    CHECK(checked(answer, screening, today));
    answer.day = today + std::chrono::days{1};
    CHECK_FALSE(checked(answer, screening, today));
    CHECK_FALSE(checked(answer, step_of("barn", "1"), today)->day);
    CHECK(checked(answer_of(Outcome::not_relevant, "Ingen påverkan."), screening, today));
}

TEST_CASE("a goal conflict has a name and two sides, and may wait to be weighed") {
    CHECK(checked(GoalConflict{{}, {}, {}, 0, "Kö eller resa", "Kortare kö", "Längre resa"}));
    CHECK_FALSE(checked(GoalConflict{{}, {}, {}, 0, "", "Kortare kö", "Längre resa"}));
    CHECK_FALSE(checked(GoalConflict{{}, {}, {}, 0, "Kö eller resa", "", "Längre resa"}));
    CHECK_FALSE(checked(GoalConflict{{}, {}, {}, 0, "Kö eller resa", "Kortare kö", " "}));
    CHECK(checked(GoalConflict{{}, {}, {}, 0, std::string(200, 'x'), "a", "b"}));
    CHECK_FALSE(checked(GoalConflict{{}, {}, {}, 0, std::string(201, 'x'), "a", "b"}));
}

TEST_CASE("an answer that follows the text grows old with it, and one that does not stands") {
    const auto answer = answer_of(Outcome::answered, "Ord", "I-1");
    const auto& follows = step_of("barn", "3");
    CHECK(standing_of(follows, std::nullopt, {true}) == StepStanding::missing);
    CHECK(standing_of(follows, answer, {false}) == StepStanding::met);
    CHECK(standing_of(follows, answer, {true}) == StepStanding::old);
    CHECK(standing_of(step_of("barn", "1"), answer, {true}) == StepStanding::met);
    CHECK(standing_of(step_of("barn", "1"), answer, {false, true}) == StepStanding::old);
    CHECK(standing_of(follows, answer_of(Outcome::not_relevant, "Ord"), {true}) == StepStanding::old);
    CHECK(standing_of(step_of("hallbarhet", "2"), answer_of(Outcome::stopped, "Ord"), {false}) ==
          StepStanding::stopped);
}
